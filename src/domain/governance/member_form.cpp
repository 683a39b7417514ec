#include "domain/governance/body_words.hpp"
#include "domain/governance/member_pages.hpp"

namespace maillage::governance {
namespace {

namespace html = platform::html;
using html::a;
using html::el;
using html::Out;
using platform::i18n::Words;

html::Page page_of(identity::Call& call, const Body& body, std::string title, bool valid) {
    const Words& words = call.words;
    html::Page page{.title = std::move(title),
                    .main = {},
                    .status = valid ? 200 : 422,
                    .section = "bodies",
                    .crumbs = {{words("governance.bodies.title"), call.path("/bodies")},
                               {name_in(words, body), call.path("/bodies/" + body.code)}},
                    .help = "governance"};
    html::page_heading(page.main, page.title, name_in(words, body));
    if (!valid) page.title = words("form.error_title", {{"title", page.title}});
    return page;
}

std::string person_label(const Words& words, const PersonOffered& person) {
    if (person.key.starts_with("account:"))
        return words("governance.member.account", {{"name", person.name}});
    if (person.name.empty())
        return words("governance.member.contact_unnamed",
                     {{"function", person.function}, {"organisation", person.organisation}});
    return words(
        "governance.member.contact",
        {{"name", person.name}, {"function", person.function}, {"organisation", person.organisation}});
}

void person_fields(Out& out, const Words& words, const MemberChoices& choices, const html::FormState& state) {
    std::vector<html::Option> persons, organisations;
    for (const PersonOffered& person : choices.persons)
        persons.push_back({person.key, person_label(words, person)});
    for (const auto& organisation : choices.organisations)
        organisations.push_back({organisation.key, organisation.name});
    html::text_field(out, words,
                     {.name = "function",
                      .label = words("governance.member.function"),
                      .hint = words("governance.member.function_hint"),
                      .required = true,
                      .max_length = 120},
                     state);
    html::select_field(out, words,
                       {.name = "person",
                        .label = words("governance.member.person"),
                        .options = persons,
                        .hint = words("governance.member.person_hint")},
                       state);
    html::select_field(out, words,
                       {.name = "organisation",
                        .label = words("governance.member.organisation"),
                        .options = organisations,
                        .hint = words("governance.member.organisation_hint")},
                       state);
}

void seat_fields(Out& out, const Words& words, const html::FormState& state) {
    const auto option = [&](auto value) {
        return html::Option{std::string(name_of(value)), in_words(words, value)};
    };
    std::vector<html::Option> colleges;
    for (const College college : all_colleges()) colleges.push_back(option(college));
    html::select_field(out, words,
                       {.name = "college", .label = words("governance.member.college"), .options = colleges},
                       state);
    html::radio_group(
        out, words,
        {.name = "standing",
         .label = words("governance.member.standing"),
         .options = {option(Standing::member), option(Standing::by_right), option(Standing::guest)},
         .required = true},
        state);
    html::radio_group(out, words,
                      {.name = "seat",
                       .label = words("governance.member.seat"),
                       .options = {option(Seat::holder), option(Seat::deputy)},
                       .required = true},
                      state);
    html::date_field(out, words, {.name = "from", .label = words("governance.member.from"), .required = true},
                     state);
    html::date_field(out, words,
                     {.name = "until",
                      .label = words("governance.member.until"),
                      .hint = words("governance.member.until_hint")},
                     state);
}

void member_form(Out& out, identity::Call& call, const std::string& path, const MemberChoices& choices,
                 const html::FormState& state, std::string_view button) {
    const html::Url action = html::Url::path(path);
    html::form_open(out, action, call.tokens);
    person_fields(out, call.words, choices, state);
    seat_fields(out, call.words, state);
    html::submit(out, button);
    html::form_close(out);
}

}  // namespace

html::Page new_member_page(identity::Call& call, const Body& body, const MemberChoices& choices,
                           const html::FormState& state) {
    html::Page page = page_of(call, body, call.words("governance.member.add"), state.valid());
    html::error_summary(page.main, call.words, state);
    member_form(page.main, call, call.path("/bodies/" + body.code + "/members"), choices, state,
                call.words("governance.save"));
    return page;
}

html::Page member_page(identity::Call& call, const MemberView& view) {
    const Words& words = call.words;
    const bool valid = view.replacement.valid() && view.ending.valid();
    html::Page page = page_of(call, view.body, view.member.function, valid);
    Out& out = page.main;
    html::error_summary(out, words, view.replacement.valid() ? view.ending : view.replacement);
    const std::string base =
        call.path("/bodies/" + view.body.code + "/members/" + std::to_string(view.member.id.value));
    html::panel(out, "replacement", words("governance.member.replace"), [&](Out& panel) {
        el(panel, "p", {}, words("governance.member.replace_why"));
        member_form(panel, call, base + "/replacement", view.choices, view.replacement,
                    words("governance.member.replace"));
    });
    if (view.member.until) return page;
    html::panel(out, "ending", words("governance.member.end"), [&](Out& panel) {
        const html::Url action = html::Url::path(base + "/ending");
        html::form_open(panel, action, call.tokens);
        html::date_field(panel, words,
                         {.name = "last_day", .label = words("governance.member.last_day"), .required = true},
                         view.ending);
        html::submit(panel, words("governance.member.end"));
        html::form_close(panel);
    });
    return page;
}

}  // namespace maillage::governance
