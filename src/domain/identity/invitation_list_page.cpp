#include "domain/identity/invitation_list_page.hpp"

#include <algorithm>

#include "domain/identity/role_words.hpp"
#include "platform/html/components.hpp"
#include "platform/html/table.hpp"

namespace maillage::identity {
namespace {

namespace html = platform::html;
using html::a;
using html::el;
using html::Out;

platform::i18n::Key key_of(ListMistake mistake) {
    switch (mistake) {
    case ListMistake::no_address: return "identity.list.no_address";
    case ListMistake::bad_address: return "identity.list.bad_address";
    case ListMistake::no_name: return "identity.list.no_name";
    case ListMistake::long_name: return "identity.list.long_name";
    case ListMistake::unknown_role: return "identity.list.unknown_role";
    case ListMistake::twice: return "identity.list.twice";
    case ListMistake::taken: return "identity.list.taken";
    }
    __builtin_unreachable();
}

html::Page page_with(const Call& call, const html::FormState& state, platform::i18n::Key title_key) {
    const auto& words = call.words;
    const std::string title = words(title_key);
    return {.title = state.valid() ? title : words("form.error_title", {{"title", title}}),
            .status = state.valid() ? 200 : 422,
            .section = "accounts",
            .crumbs = {{words("identity.accounts.title"), call.path("/accounts")}, {title, ""}},
            .help = "accounts"};
}

std::string role_of(const Call& call, const MandateForm& form, const ListedPerson& person) {
    const auto role = person.role ? person.role : role_named(form.state.value("role"));
    return role ? role_in_words(call.words, *role) : "";
}

// What was pasted comes along: the list is read again when it is confirmed.
void hidden_fields(Out& out, const MandateForm& form) {
    for (const char* name : {"people", "role", "organisation", "until"})
        html::void_el(out, "input",
                      {a("type", "hidden"), a("name", name), a("value", form.state.value(name))});
}

void confirm_form(Out& out, const Call& call, const MandateForm& form, std::int64_t well) {
    const html::Url action = call.url("/accounts/list"), back = call.url("/accounts/list");
    html::form_open(out, action, call.tokens);
    hidden_fields(out, form);
    el(out, "div", {a("class", "actions")}, [&](Out& actions) {
        if (well > 0)
            el(actions, "button", {a("type", "submit"), a("class", "btn")},
               call.words("identity.list.invite", {{"n", call.words.number(well)}}));
        el(actions, "a", {a("class", "btn alt"), url("href", back)}, call.words("identity.list.again"));
    });
    html::form_close(out);
}

}  // namespace

html::Page list_page(const Call& call, const MandateForm& form) {
    const auto& words = call.words;
    html::Page page = page_with(call, form.state, "identity.list.title");
    Out& out = page.main;
    html::page_heading(out, words("identity.list.title"), words("identity.list.situation"));
    html::error_summary(out, words, form.state);
    const html::Url action = call.url("/accounts/list/preview");
    html::form_open(out, action, call.tokens);
    html::text_field(out, words,
                     {.name = "people",
                      .label = words("identity.list.people"),
                      .hint = words("identity.list.people_hint"),
                      .kind = html::FieldKind::textarea,
                      .required = true,
                      .max_length = 10'000},
                     form.state);
    mandate_fields(out, call, form);
    html::submit(out, words("identity.list.preview"));
    html::form_close(out);
    return page;
}

html::Page list_preview_page(const Call& call, const MandateForm& form,
                             const std::vector<ListedPerson>& people) {
    const auto& words = call.words;
    html::Page page = page_with(call, form.state, "identity.list.preview_title");
    Out& out = page.main;
    const auto well =
        std::ranges::count_if(people, [](const ListedPerson& person) { return !person.mistake; });
    html::page_heading(out, words("identity.list.preview_title"),
                       words("identity.list.preview_situation",
                             {{"n", words.number(well)},
                              {"left", words.number(static_cast<std::int64_t>(people.size()) - well)}}));
    const html::Table description{.caption = words("identity.list.preview_title"),
                                  .columns = {{words("identity.account.name")},
                                              {words("identity.account.email")},
                                              {words("identity.mandate.role")},
                                              {words("identity.account.state")}}};
    html::table(out, words, description, people, [&](html::Row& row, const ListedPerson& person) {
        row.heading(person.name.empty() ? person.line : person.name);
        row.cell(person.email);
        row.cell(role_of(call, form, person));
        row.cell([&](Out& o) {
            if (person.mistake)
                html::status(o, html::State::late, words(key_of(*person.mistake)));
            else
                html::status(o, html::State::ok, words("identity.list.well"));
        });
    });
    confirm_form(out, call, form, well);
    return page;
}

html::Page list_codes_page(const Call& call, const std::vector<InvitedPerson>& people) {
    const auto& words = call.words;
    html::Page page = page_with(call, {}, "identity.list.codes_title");
    Out& out = page.main;
    html::page_heading(out, words("identity.list.codes_title"));
    el(out, "p", {}, words("identity.list.codes_what"));
    const html::Table description{.caption = words("identity.list.codes_title"),
                                  .columns = {{words("identity.account.name")},
                                              {words("identity.account.email")},
                                              {words("identity.account.code")},
                                              {words("identity.list.valid_until")}}};
    html::table(out, words, description, people, [&](html::Row& row, const InvitedPerson& invited) {
        row.heading(invited.person.name.empty() ? invited.person.line : invited.person.name);
        row.cell(invited.person.email);
        row.cell([&](Out& o) {
            if (invited.person.mistake)
                html::status(o, html::State::late, words(key_of(*invited.person.mistake)));
            else
                el(o, "code", {}, invited.code.code);
        });
        row.cell(invited.person.mistake ? "" : words.time(invited.code.until));
    });
    html::notice(out, html::NoticeKind::warn, words("identity.list.codes_once"),
                 words("identity.list.codes_once_why"));
    const html::Url accounts = call.url("/accounts");
    el(out, "p", {}, [&](Out& p) {
        el(p, "a", {a("class", "btn"), url("href", accounts)}, words("identity.accounts.title"));
    });
    return page;
}

}  // namespace maillage::identity
