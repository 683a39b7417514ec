#include <algorithm>

#include "domain/strategy/action_store.hpp"
#include "domain/strategy/change_store.hpp"
#include "domain/strategy/sql.hpp"
#include "foundation/result.hpp"

namespace maillage::strategy {
namespace {

namespace db = platform::db;

FieldChange read_change(db::Row& row) {
    FieldChange change;
    change.action = ActionId(row.int8());
    if (const auto step = row.int8_or_null()) change.step = StepId(*step);
    change.part = row.int8();
    change.field = row.text();
    change.old_value = row.text();
    change.new_value = row.text();
    return change;
}

// Puts the old values back into `thing`; false when one of them is no longer what the act had left.
template <class Thing>
bool put_back(Thing& thing, const FieldChange& change) {
    return field_of(thing, change.field) == change.new_value &&
           set_field(thing, change.field, change.old_value);
}

// Undoes what the act did to one action, all or nothing.
std::expected<void, WriteRefusal> undo_action(Scope& scope, Change& undoing, ActionId id,
                                              const std::vector<FieldChange>& changes) {
    const std::optional<Action> before = load_action(scope, id);
    if (!before || !undoing.put_back_parts(id, changes)) return std::unexpected(WriteRefusal::conflict);
    const std::vector<Step> steps_before = read_steps(scope, id);
    Action after = *before;
    std::vector<Step> steps = steps_before;
    bool steps_changed = false;
    for (const FieldChange& change : changes) {
        if (change.part != 0) continue;
        if (!change.step) {
            // What a creation filled in stays readable in the deleted action.
            const bool creation = std::ranges::any_of(changes, [](const FieldChange& other) {
                return !other.step && other.field == "deleted" && other.old_value == "yes";
            });
            if (creation && change.field != "deleted") continue;
            if (!put_back(after, change)) return std::unexpected(WriteRefusal::conflict);
            continue;
        }
        const auto step = std::ranges::find(steps, *change.step, &Step::id);
        if (step == steps.end()) return std::unexpected(WriteRefusal::conflict);
        const bool creation = std::ranges::any_of(changes, [&](const FieldChange& other) {
            return other.step == change.step && other.field == "deleted" && other.old_value == "yes";
        });
        if (creation && change.field != "deleted") continue;
        if (!put_back(*step, change)) return std::unexpected(WriteRefusal::conflict);
        steps_changed = true;
    }
    TRY(undoing.save_action(*before, after));
    for (std::size_t i = 0; i < steps.size(); ++i) undoing.save_step(id, steps_before[i], steps[i]);
    if (steps_changed) TRY(undoing.refresh(id));
    return {};
}

}  // namespace

std::optional<ChangeSet> find_change_set(Scope& scope, ChangeSetId id) {
    if (!scope.may_read) return std::nullopt;
    return scope.tx.one(
        sql::change_set_by_id,
        [](db::Row& row) {
            return ChangeSet{.id = ChangeSetId(row.int8()),
                             .kind = row.text(),
                             .at = row.instant(),
                             .author = row.text(),
                             .undone = row.boolean(),
                             .actions = row.int8()};
        },
        scope.council, id);
}

std::vector<HistoryLine> read_history(Scope& scope, ActionId action, int most) {
    if (!scope.may_read) return {};
    return scope.tx.all(
        sql::history_of_action,
        [](db::Row& row) {
            HistoryLine line;
            line.set = ChangeSetId(row.int8());
            line.kind = row.text();
            line.at = row.instant();
            line.author = row.text();
            line.undone = row.boolean();
            if (const auto step = row.int8_or_null()) line.step = StepId(*step);
            line.step_title = row.text();
            line.part = row.int8();
            line.field = row.text();
            line.old_value = row.text();
            line.new_value = row.text();
            return line;
        },
        scope.council, action, most);
}

std::expected<UndoReport, WriteRefusal> undo(Scope& scope, ChangeSetId set) {
    const std::optional<ChangeSet> found = find_change_set(scope, set);
    if (!found || !scope.may_edit) return std::unexpected(WriteRefusal::not_found);
    if (found->undone) return std::unexpected(WriteRefusal::already_undone);
    if (found->at < scope.now - std::chrono::days(undo_days)) return std::unexpected(WriteRefusal::too_old);

    const auto changes = scope.tx.all(sql::changes_of_set, read_change, scope.council, set);
    Change undoing(scope, ChangeKind::undo);
    UndoReport report;
    WriteRefusal why_not = WriteRefusal::conflict;
    std::vector<ActionId> actions;
    for (const FieldChange& change : changes)
        if (std::ranges::find(actions, change.action) == actions.end()) actions.push_back(change.action);
    for (const ActionId action : actions) {
        std::vector<FieldChange> of_action;
        for (const FieldChange& change : changes)
            if (change.action == action) of_action.push_back(change);
        const auto undone = undo_action(scope, undoing, action, of_action);
        if (undone) {
            ++report.undone;
            continue;
        }
        why_not = undone.error();
        if (const auto kept = load_action(scope, action)) {
            report.kept.push_back(kept->code);
        }
    }
    if (report.undone == 0) return std::unexpected(why_not);
    report.set = undoing.finish(set).value_or(set);
    return report;
}

}  // namespace maillage::strategy
