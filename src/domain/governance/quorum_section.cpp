#include "domain/governance/body_words.hpp"
#include "domain/governance/member_pages.hpp"

namespace maillage::governance {
namespace {

namespace html = platform::html;
using html::a;
using html::el;
using html::Out;
using platform::i18n::Words;

std::string colleges_in_words(const Words& words, const std::vector<HeldSeat>& seats) {
    std::string text;
    for (const CollegeCount& count : count_colleges(seats))
        text += (text.empty() ? "" : " ; ") +
                (count.college ? in_words(words, *count.college) : words("governance.college.none")) + " : " +
                words.number(count.holders);
    return text.empty() ? words("governance.member.none") : text;
}

std::string quorum_in_words(const Words& words, const Body& body, int voting) {
    if (!body.quorum_percent) return words("governance.quorum.unset");
    const int needed = quorum_of(voting, static_cast<int>(*body.quorum_percent));
    return words("governance.quorum.rule",
                 {{"needed", words.number(needed)},
                  {"seats", words.number(voting)},
                  {"share", words.percent(static_cast<double>(*body.quorum_percent) / 100.0)},
                  {"source", body.quorum_source}});
}

void quorum_form(Out& out, identity::Call& call, const Body& body, const html::FormState* refused) {
    const Words& words = call.words;
    html::FormState state;
    if (refused != nullptr)
        state = *refused;
    else if (body.quorum_percent) {
        state.values.add("quorum_percent", std::to_string(*body.quorum_percent));
        state.values.add("quorum_source", body.quorum_source);
    }
    const auto form = [&](Out& box) {
        const html::Url action = call.url("/bodies/" + body.code + "/quorum");
        html::form_open(box, action, call.tokens);
        html::text_field(box, words,
                         {.name = "quorum_percent",
                          .label = words("governance.quorum.percent"),
                          .hint = words("governance.quorum.percent_hint"),
                          .kind = html::FieldKind::number,
                          .max_length = 3},
                         state);
        html::text_field(box, words,
                         {.name = "quorum_source",
                          .label = words("governance.quorum.source"),
                          .hint = words("governance.quorum.source_hint"),
                          .max_length = 200},
                         state);
        html::submit(box, words("governance.save"));
        html::form_close(box);
    };
    if (refused != nullptr) return form(out);
    html::disclosure(out, words("governance.quorum.change"), form);
}

}  // namespace

void quorum_section(Out& out, identity::Call& call, const Body& body, const std::vector<Member>& members,
                    const html::FormState* refused) {
    const Words& words = call.words;
    const std::vector<HeldSeat> seats = held_seats(members, call.today);
    const int voting = voting_seats(seats);
    const std::string rule = quorum_in_words(words, body, voting), colleges = colleges_in_words(words, seats);
    html::summary_list(out, words,
                       {{words("governance.quorum.seats"), [&](Out& o) { o.text(words.number(voting)); }},
                        {words("governance.quorum.colleges"), [&](Out& o) { o.text(colleges); }},
                        {words("governance.quorum.title"), [&](Out& o) { o.text(rule); }}});
    if (call.may(identity::Act::edit_governance)) quorum_form(out, call, body, refused);
}

html::Page quorum_page(identity::Call& call, const Body& body, const std::vector<Member>& members,
                       const html::FormState& state) {
    const Words& words = call.words;
    html::Page page{.title = words("form.error_title", {{"title", words("governance.quorum.title")}}),
                    .main = {},
                    .status = 422,
                    .section = "bodies",
                    .crumbs = {{words("governance.bodies.title"), call.path("/bodies")},
                               {name_in(words, body), call.path("/bodies/" + body.code)}},
                    .help = "governance"};
    html::page_heading(page.main, words("governance.quorum.title"), name_in(words, body));
    html::error_summary(page.main, words, state);
    quorum_section(page.main, call, body, members, &state);
    return page;
}

}  // namespace maillage::governance
