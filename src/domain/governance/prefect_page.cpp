#include "domain/governance/prefect_page.hpp"

#include "domain/governance/member_parts.hpp"
#include "domain/governance/prefect_rules.hpp"
#include "platform/html/table.hpp"

namespace maillage::governance {
namespace {

namespace html = platform::html;
using html::a;
using html::el;
using html::Out;
using identity::Act;
using platform::i18n::Words;

std::string record_path(const identity::Call& call, std::string_view rest) {
    return call.path("/prefect-records/" + std::string(rest));
}

void rule(Out& out, const Words& words, const std::vector<PrefectRecord>& records, foundation::Date today) {
    const auto last = records.empty() ? std::nullopt : std::optional(records.front().told_on);
    switch (prefect_information(last, today)) {
    case Information::recent:
        return html::notice(out, html::NoticeKind::ok, words("governance.prefect.recent"),
                            words("governance.prefect.last", {{"date", words.date(*last)}}));
    case Information::overdue:
        return html::notice(out, html::NoticeKind::warn, words("governance.prefect.overdue"),
                            last ? words("governance.prefect.overdue_since", {{"date", words.date(*last)}})
                                 : words("governance.prefect.overdue_never"));
    }
}

void record_rows(Out& out, identity::Call& call, const std::vector<PrefectRecord>& records) {
    const Words& words = call.words;
    const bool editor = call.may(Act::edit_governance);
    html::Table table{
        .caption = words("governance.prefect.caption"),
        .columns = {{words("governance.prefect.subject")}, {words("governance.prefect.told_on")}}};
    if (editor) table.columns.push_back({words("governance.member.change")});
    html::table(out, words, table, records, [&](html::Row& row, const PrefectRecord& record) {
        row.heading([&](Out& o) { el(o, "span", {a("lang", "fr")}, record.subject); });
        row.cell([&](Out& o) { html::day(o, words, record.told_on); });
        if (!editor) return;
        row.cell([&](Out& o) {
            post_button(o, call, record_path(call, std::to_string(record.id.value) + "/withdrawal"),
                        words("governance.prefect.withdraw"), record.subject);
        });
    });
}

void undo_notice(Out& out, identity::Call& call) {
    const std::string withdrawn(call.request.query.get("withdrawn"));
    if (!call.may(Act::edit_governance) || withdrawn.empty() || withdrawn.size() > 18 ||
        withdrawn.find_first_not_of("0123456789") != withdrawn.npos)
        return;
    el(out, "div", {a("class", "notice"), a("role", "status")}, [&](Out& o) {
        el(o, "p", {}, call.words("governance.prefect.withdrawn"));
        post_button(o, call, record_path(call, withdrawn + "/restoration"), call.words("governance.undo"),
                    "");
    });
}

void record_form(Out& out, identity::Call& call, const html::FormState& state) {
    const Words& words = call.words;
    const html::Url action = call.url("/prefect-records");
    html::panel(out, "new", words("governance.prefect.note"), [&](Out& panel) {
        html::form_open(panel, action, call.tokens);
        html::text_field(panel, words,
                         {.name = "subject",
                          .label = words("governance.prefect.subject"),
                          .hint = words("governance.prefect.subject_hint"),
                          .required = true,
                          .max_length = 200},
                         state);
        html::date_field(panel, words,
                         {.name = "told_on", .label = words("governance.prefect.told_on"), .required = true},
                         state);
        html::submit(panel, words("governance.save"));
        html::form_close(panel);
    });
}

}  // namespace

void prefect_notice(Out& out, const identity::Call& call, const std::vector<PrefectRecord>& records) {
    rule(out, call.words, records, call.today);
    const html::Url page = call.url("/prefect-records");
    el(out, "p", {},
       [&](Out& p) { el(p, "a", {url("href", page)}, call.words("governance.prefect.title")); });
}

html::Page prefect_page(identity::Call& call, const std::vector<PrefectRecord>& records,
                        const html::FormState& state) {
    const Words& words = call.words;
    html::Page page{.title = words("governance.prefect.title"),
                    .main = {},
                    .status = state.valid() ? 200 : 422,
                    .section = "bodies",
                    .crumbs = {{words("governance.bodies.title"), call.path("/bodies")},
                               {words("governance.prefect.title"), ""}},
                    .help = "governance"};
    Out& out = page.main;
    html::page_heading(out, page.title);
    if (!state.valid()) page.title = words("form.error_title", {{"title", page.title}});
    html::error_summary(out, words, state);
    undo_notice(out, call);
    rule(out, words, records, call.today);
    if (records.empty())
        html::empty_state(
            out, {.title = words("governance.prefect.none"), .why = words("governance.prefect.none_why")});
    else
        record_rows(out, call, records);
    if (call.may(Act::edit_governance)) record_form(out, call, state);
    return page;
}

}  // namespace maillage::governance
