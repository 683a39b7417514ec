#include <algorithm>

#include "domain/strategy/action_form.hpp"
#include "domain/strategy/action_routes.hpp"
#include "domain/strategy/action_rules.hpp"
#include "foundation/text.hpp"
#include "platform/html/table.hpp"

// Up to 200 actions at once: a preview of what would change, refusals by row, then one act that can be
// undone.
namespace maillage::strategy {
namespace {

namespace html = platform::html;
namespace http = platform::http;
using html::a;
using html::el;
using html::Out;

constexpr std::size_t most_rows = 200;

struct BulkRow {
    Action before, after;
    std::string refusal;  // in words; empty: it will be changed
};
struct Bulk {
    html::FormState state;
    std::vector<BulkRow> rows;
    std::vector<std::string> unknown;

    std::int64_t changing() const {
        return std::ranges::count_if(rows, [](const BulkRow& row) {
            return row.refusal.empty() && !differences(row.before, row.after).empty();
        });
    }
};

constexpr std::array<std::string_view, 5> fields{"bulk_state", "bulk_group", "bulk_pilot", "bulk_due",
                                                 "bulk_reason"};

Bulk read_bulk(const identity::Call& call, Scope& scope) {
    const auto& words = call.words;
    Bulk bulk;
    for (const std::string_view field : fields)
        bulk.state.values.add(std::string(field), std::string(call.form.fields.get(field)));
    html::FormState& state = bulk.state;
    const auto wanted = state_named(state.value("bulk_state"));
    if (!state.value("bulk_state").empty() && !wanted)
        state.refuse("bulk_state", words("strategy.form.unknown_code"));
    const std::string group = checked_text(words, state, "bulk_group", 20, false);
    if (!group.empty() && find(read_references(scope).groups, group) == nullptr)
        state.refuse("bulk_group", words("strategy.form.unknown_code"));
    const std::string pilot = checked_text(words, state, "bulk_pilot", 120, false);
    const auto due = checked_date(words, state, "bulk_due", false);
    const std::string reason = checked_text(words, state, "bulk_reason", 300, false);
    std::vector<std::string> codes;
    for (const std::string_view code : call.form.fields.all("row"))
        if (std::ranges::find(codes, code) == codes.end()) codes.emplace_back(code);
    if (codes.empty()) state.refuse("bulk_state", words("strategy.bulk.nothing_selected"));
    if (codes.size() > most_rows) state.refuse("row", words("strategy.bulk.over"));
    if (!wanted && group.empty() && pilot.empty() && !due && state.valid())
        state.refuse("bulk_state", words("strategy.bulk.nothing_chosen"));
    if (!state.valid()) return bulk;

    for (Action& before : find_actions(scope, codes)) {
        BulkRow row{.before = before, .after = before, .refusal = {}};
        if (wanted) {
            row.after.state = *wanted;
            row.after.state_reason = reason;
        }
        if (!group.empty()) row.after.group = group;
        if (!pilot.empty()) row.after.pilot = pilot;
        if (due) row.after.due = due;
        if (due && before.starts && *due < *before.starts)
            row.refusal = words("strategy.form.due_before_start");
        bulk.rows.push_back(std::move(row));
    }
    for (const std::string& code : codes)
        if (std::ranges::none_of(bulk.rows, [&](const BulkRow& row) { return row.before.code == code; }))
            bulk.unknown.push_back(code);
    return bulk;
}

// The preview asks for the reason; without one nothing is applied.
void require_reason(const identity::Call& call, Bulk& bulk) {
    const auto wanted = state_named(bulk.state.value("bulk_state"));
    if (!wanted) return;
    const auto checked = check_state(*wanted, foundation::trimmed(bulk.state.value("bulk_reason")));
    if (checked) return;
    bulk.state.refuse("bulk_reason", refusal_sentence(call.words, as_write_refusal(checked.error())));
}

void preview_table(Out& out, const identity::Call& call, const Bulk& bulk) {
    const auto& words = call.words;
    html::table(out, words,
                {.caption = words("strategy.bulk.caption"),
                 .columns = {{words("strategy.field.action")},
                             {words("strategy.bulk.changes")},
                             {words("strategy.bulk.result")}}},
                bulk.rows, [&](html::Row& row, const BulkRow& line) {
                    row.heading([&](Out& o) { action_link(o, call, line.before); });
                    row.cell([&](Out& o) {
                        for (const FieldChange& change : differences(line.before, line.after))
                            el(o, "p", {},
                               words("strategy.history.line",
                                     {{"what", field_word(words, change.field)},
                                      {"old", value_word(words, change.field, change.old_value)},
                                      {"new", value_word(words, change.field, change.new_value)}}));
                    });
                    row.cell([&](Out& o) {
                        if (!line.refusal.empty()) {
                            html::status(o, html::State::late, words("strategy.bulk.refused"));
                            el(o, "p", {}, line.refusal);
                        } else if (differences(line.before, line.after).empty()) {
                            html::status(o, html::State::off, words("strategy.bulk.same"));
                        } else {
                            html::status(o, html::State::ok, words("strategy.bulk.changed"));
                        }
                    });
                });
}

// What was refused is chosen anew: the same actions, the same values, what is wrong beside them.
void correction_form(Out& out, const identity::Call& call, Scope& scope, const Bulk& bulk) {
    const auto& words = call.words;
    html::FormState state = bulk.state;
    std::vector<std::string> codes;
    for (const std::string_view code : call.form.fields.all("row")) {
        state.values.add("row", std::string(code));
        codes.emplace_back(code);
    }
    std::vector<html::Option> chosen, states, groups;
    for (const Action& action : find_actions(scope, codes))
        chosen.push_back({action.code, action.code + " " + std::string(title_of(words, action).text)});
    for (const State each : all_states)
        states.push_back({std::string(name_of(each)), state_word(words, each)});
    for (const Reference& group : read_references(scope).groups)
        groups.push_back({group.code, label_of(words, group)});
    const html::Url target = html::Url::path(call.path("/actions/bulk/preview"));
    html::form_open(out, target, fresh_tokens(call));
    hidden(out, "back", back_path(call, call.path("/actions")));
    if (!chosen.empty())
        html::checkbox_group(
            out, words, {.name = "row", .label = words("strategy.bulk.caption"), .options = chosen}, state);
    html::select_field(
        out, words, {.name = "bulk_state", .label = words("strategy.field.state"), .options = states}, state);
    html::text_field(
        out, words, {.name = "bulk_reason", .label = words("strategy.field.state_reason"), .max_length = 300},
        state);
    html::select_field(
        out, words, {.name = "bulk_group", .label = words("strategy.field.group"), .options = groups}, state);
    html::text_field(
        out, words, {.name = "bulk_pilot", .label = words("strategy.field.pilot"), .max_length = 120}, state);
    html::date_field(out, words, {.name = "bulk_due", .label = words("strategy.field.due")}, state);
    html::submit(out, words("strategy.bulk.preview"));
    html::form_close(out);
}

void way_back(Out& out, const identity::Call& call) {
    const html::Url back = html::Url::path(back_path(call, call.path("/actions")));
    el(out, "p", {}, [&](Out& p) { el(p, "a", {url("href", back)}, call.words("strategy.bulk.back")); });
}

html::Page correction_page(const identity::Call& call, Scope& scope, const Bulk& bulk) {
    const auto& words = call.words;
    const std::string title = words("strategy.bulk.title");
    html::Page page{.title = words("form.error_title", {{"title", title}}),
                    .main = {},
                    .status = 422,
                    .section = "actions",
                    .help = "actions"};
    html::page_heading(page.main, title);
    html::error_summary(page.main, words, bulk.state);
    correction_form(page.main, call, scope, bulk);
    way_back(page.main, call);
    return page;
}

html::Page preview_page(const identity::Call& call, Scope& scope, const Bulk& bulk) {
    if (!bulk.state.valid()) return correction_page(call, scope, bulk);
    const auto& words = call.words;
    const std::int64_t changing = bulk.changing();
    html::Page page{
        .title = words("strategy.bulk.title"), .main = {}, .section = "actions", .help = "actions"};
    html::page_heading(page.main, page.title, words.plural("strategy.bulk.will_change", changing));
    const html::Url target = html::Url::path(call.path("/actions/bulk"));
    html::form_open(page.main, target, fresh_tokens(call));
    hidden(page.main, "back", back_path(call, call.path("/actions")));
    for (const std::string_view code : call.form.fields.all("row")) hidden(page.main, "row", code);
    for (const std::string_view field : fields)
        if (field != "bulk_reason") hidden(page.main, field, bulk.state.value(field));
    const auto wanted = state_named(bulk.state.value("bulk_state"));
    if (wanted == State::suspended || wanted == State::abandoned)
        html::text_field(page.main, words,
                         {.name = "bulk_reason",
                          .label = wanted == State::suspended ? words("strategy.state_form.reason")
                                                              : words("strategy.state_form.decision"),
                          .required = true,
                          .max_length = 300},
                         bulk.state);
    preview_table(page.main, call, bulk);
    for (const std::string& code : bulk.unknown)
        el(page.main, "p", {a("class", "error")}, words("strategy.bulk.unknown", {{"code", code}}));
    html::submit(page.main, words.plural("strategy.bulk.apply", changing));
    html::form_close(page.main);
    way_back(page.main, call);
    return page;
}

}  // namespace

html::Answer preview_bulk(identity::Call& call) {
    return within(call, [&](Scope& scope) -> html::Answer {
        if (!scope.may_edit) return not_found();
        return preview_page(call, scope, read_bulk(call, scope));
    });
}

html::Answer apply_bulk(identity::Call& call) {
    return within(call, [&](Scope& scope) -> html::Answer {
        if (!scope.may_edit) return not_found();
        Bulk bulk = read_bulk(call, scope);
        if (bulk.state.valid()) require_reason(call, bulk);
        if (!bulk.state.valid()) return preview_page(call, scope, bulk);
        if (bulk.changing() == 0) {
            bulk.state.refuse("bulk_state", call.words("strategy.bulk.nothing_changes"));
            return preview_page(call, scope, bulk);
        }
        Change change(scope, ChangeKind::bulk);
        for (const BulkRow& row : bulk.rows)
            if (row.refusal.empty()) static_cast<void>(change.save_action(row.before, row.after));
        return http::Response::see_other(
            offering_undo(back_path(call, call.path("/actions")), change.finish()));
    });
}

}  // namespace maillage::strategy
