#include "domain/strategy/action_store.hpp"

#include "domain/strategy/sql.hpp"
#include "foundation/check.hpp"
#include "foundation/text.hpp"
#include "foundation/whole_number.hpp"

namespace maillage::strategy {
namespace {

namespace db = platform::db;

Action read_action(db::Row& row) {
    Action action;
    action.id = ActionId(row.int8());
    action.code = row.text();
    action.domain = row.text();
    action.objective = row.text();
    action.group = row.text();
    action.title = row.text();
    action.title_en = row.text();
    action.summary = row.text();
    action.summary_en = row.text();
    const std::optional<State> state = state_named(row.text());
    foundation::check(state.has_value(), "the table holds a known state");
    action.state = *state;
    action.state_reason = row.text();
    action.pilot = row.text();
    action.quartiers = row.texts();
    action.starts = row.date_or_null();
    action.due = row.date_or_null();
    action.fictional = row.boolean();
    action.version = static_cast<int>(row.int8());
    action.progress = static_cast<int>(row.int8());
    action.next_step_due = row.date_or_null();
    action.news_at = row.instant();
    action.deleted = row.boolean();
    action.axes = row.texts();
    action.organisations = row.texts();
    action.partners = row.texts();
    return action;
}

void add(ActionCounts& counts, const ActionFilter& filter, db::Row& row) {
    const std::string state = row.text();
    const bool late = row.boolean(), due14 = row.boolean(), due30 = row.boolean(), silent = row.boolean();
    const std::int64_t count = row.int8(), progress = row.int8();
    const std::optional<State> known = state_named(state);
    foundation::check(known.has_value(), "the table holds a known state");
    counts.all += count;
    counts.progress_sum += progress;
    counts.by_state[static_cast<std::size_t>(*known)] += count;
    if (late) counts.late += count;
    if (due14) counts.due14 += count;
    if (due30) counts.due30 += count;
    if (silent) counts.silent += count;
    const bool in_state = filter.state.empty() || filter.state == state;
    const bool in_alarm = filter.alarm.empty() || (filter.alarm == "late" && late) ||
                          (filter.alarm == "due14" && due14) || (filter.alarm == "due30" && due30) ||
                          (filter.alarm == "silent" && silent);
    if (!in_state || !in_alarm) return;
    counts.shown += count;
    counts.shown_by_state[static_cast<std::size_t>(*known)] += count;
    if (late) counts.shown_late += count;
    if (silent) counts.shown_silent += count;
}

}  // namespace

std::string like_pattern(std::string_view text) {
    std::string pattern;
    for (const char c : foundation::folded(text)) {
        if (c == '%' || c == '_' || c == '\\') pattern += '\\';
        pattern += c;
    }
    return pattern;
}

std::vector<Action> list_actions(Scope& scope, const ActionFilter& filter) {
    if (!scope.may_read) return {};
    return scope.tx.all(sql::actions_matching, read_action, scope.council, like_pattern(filter.text),
                        filter.domain, filter.objective, filter.group, filter.pilot, filter.axis,
                        filter.quartier, filter.state, filter.alarm, scope.today, scope.silent_before(),
                        filter.order(), filter.descending(), filter.per_page,
                        (filter.page - 1) * filter.per_page, filter.partner);
}

ActionCounts count_actions(Scope& scope, const ActionFilter& filter) {
    ActionCounts counts;
    if (!scope.may_read) return counts;
    const db::Result result =
        scope.tx.run(sql::actions_counted, scope.council, like_pattern(filter.text), filter.domain,
                     filter.objective, filter.group, filter.pilot, filter.axis, filter.quartier, scope.today,
                     scope.silent_before(), filter.partner);
    for (int i = 0; i < result.rows(); ++i) {
        db::Row row = result.row(i);
        add(counts, filter, row);
    }
    return counts;
}

std::optional<Action> find_action(Scope& scope, std::string_view code) {
    if (!scope.may_read) return std::nullopt;
    return scope.tx.one(sql::action_by_code, read_action, scope.council, code);
}

bool is_code_of_deleted(Scope& scope, std::string_view code) {
    return scope.tx.single(
        sql::code_of_deleted, [](db::Row& row) { return row.boolean(); }, scope.council, code);
}

std::vector<Action> find_actions(Scope& scope, const std::vector<std::string>& codes) {
    if (!scope.may_read) return {};
    return scope.tx.all(sql::actions_by_codes, read_action, scope.council, codes);
}

std::optional<Action> load_action(Scope& scope, ActionId id) {
    if (!scope.may_read) return std::nullopt;
    return scope.tx.one(sql::action_by_id, read_action, scope.council, id);
}

std::vector<Step> read_steps(Scope& scope, ActionId action) {
    return scope.tx.all(
        sql::steps_of_action,
        [](db::Row& row) {
            Step step;
            step.id = StepId(row.int8());
            step.code = row.text();
            step.title = row.text();
            step.title_en = row.text();
            step.weight = static_cast<int>(row.int8());
            step.due = row.date_or_null();
            step.done_at = row.date_or_null();
            step.position = static_cast<int>(row.int8());
            step.deleted = row.boolean();
            return step;
        },
        scope.council, action);
}

std::vector<GroupedCount> group_actions(Scope& scope, std::string_view dimension) {
    if (!scope.may_read) return {};
    return scope.tx.all(
        sql::actions_grouped,
        [](db::Row& row) {
            return GroupedCount{.value = row.text(),
                                .actions = row.int8(),
                                .progress_sum = row.int8(),
                                .late = row.int8(),
                                .done = row.int8()};
        },
        scope.council, dimension, scope.today);
}

std::map<std::string, std::vector<std::string>> actions_of_axes(Scope& scope) {
    std::map<std::string, std::vector<std::string>> codes;
    if (!scope.may_read) return codes;
    const db::Result result = scope.tx.run(sql::actions_of_axes, scope.council);
    for (int i = 0; i < result.rows(); ++i) {
        db::Row row = result.row(i);
        std::string axis = row.text();
        codes.emplace(std::move(axis), row.texts());
    }
    return codes;
}

std::string next_code(Scope& scope, std::string_view domain) {
    int highest = 0;
    const auto codes =
        scope.tx.all(sql::codes_of_domain, [](db::Row& row) { return row.text(); }, scope.council, domain);
    for (const std::string& code : codes) {
        const std::string_view digits = std::string_view(code).substr(code.rfind('-') + 1);
        highest = std::max(highest, foundation::whole_number<int>(digits).value_or(0));
    }
    return std::string(domain) + "-" + std::to_string(highest + 1);
}

}  // namespace maillage::strategy
