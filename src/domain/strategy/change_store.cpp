#include "domain/strategy/change_store.hpp"

#include "domain/audit/api.hpp"
#include "domain/strategy/action_rules.hpp"
#include "domain/strategy/action_store.hpp"
#include "domain/strategy/partner_store.hpp"
#include "domain/strategy/sql.hpp"
#include "foundation/result.hpp"
#include "foundation/text.hpp"

namespace maillage::strategy {

namespace db = platform::db;

std::string search_text(const Action& action, const std::vector<Reference>& organisations) {
    return foundation::folded(action.code + " " + action.title + " " + action.title_en + " " +
                              action.summary + " " + action.pilot + " " +
                              partners_text(action, organisations));
}

WriteRefusal as_write_refusal(StateRefusal refusal) {
    switch (refusal) {
    case StateRefusal::reason_required: return WriteRefusal::reason_required;
    case StateRefusal::decision_required: return WriteRefusal::decision_required;
    }
    __builtin_unreachable();
}

std::string_view name_of(ChangeKind kind) {
    switch (kind) {
    case ChangeKind::create: return "create";
    case ChangeKind::edit: return "edit";
    case ChangeKind::state: return "state";
    case ChangeKind::steps: return "steps";
    case ChangeKind::bulk: return "bulk";
    case ChangeKind::deletion: return "deletion";
    case ChangeKind::import: return "import";
    case ChangeKind::undo: return "undo";
    case ChangeKind::news: return "news";
    case ChangeKind::links: return "links";
    case ChangeKind::records: return "records";
    case ChangeKind::budget: return "budget";
    }
    __builtin_unreachable();
}

Change::Change(Scope& scope, ChangeKind kind) : scope_(scope), kind_(kind) {}

const std::vector<Reference>& Change::organisations() {
    if (!organisations_) organisations_ = read_partner_choices(scope_);
    return *organisations_;
}

std::expected<Action, WriteRefusal> Change::create_action(const Action& wanted) {
    if (!scope_.may_edit) return std::unexpected(WriteRefusal::not_found);
    if (const auto checked = check_state(wanted.state, wanted.state_reason); !checked)
        return std::unexpected(as_write_refusal(checked.error()));
    const std::optional<ActionId> id = scope_.tx.one(
        sql::insert_action, [](db::Row& row) { return ActionId(row.int8()); }, scope_.council, wanted.code,
        wanted.domain, wanted.title, scope_.now);
    if (!id) return std::unexpected(WriteRefusal::code_taken);
    // Its history begins as "deleted": undoing the creation takes it away again.
    Action before;
    before.id = *id;
    before.deleted = true;
    Action after = wanted;
    after.id = *id;
    after.version = 1;
    TRY(write(before, after, Code::held));
    if (wanted.fictional) scope_.tx.run(sql::mark_fictional, scope_.council, *id, true);
    after.version = 2;
    return after;
}

std::expected<Action, WriteRefusal> Change::create_next_action(Action wanted) {
    constexpr int attempts = 3;
    for (int attempt = 1;; ++attempt) {
        wanted.code = next_code(scope_, wanted.domain);
        auto created = create_action(wanted);
        // Somebody took the code in between: the one after it is free.
        if (created || created.error() != WriteRefusal::code_taken || attempt == attempts) return created;
    }
}

std::expected<void, WriteRefusal> Change::save_action(const Action& before, Action after) {
    if (!scope_.may_edit) return std::unexpected(WriteRefusal::not_found);
    if (differences(before, after).empty()) return {};
    const bool comes_back = before.deleted && !after.deleted;
    const Code code = before.code != after.code || comes_back ? Code::claimed : Code::held;
    after.version = before.version;
    return write(before, after, code);
}

std::expected<void, WriteRefusal> Change::save_row(const Action& after, Code code) {
    const std::vector<Step> steps = read_steps(scope_, after.id);
    const std::string state(name_of(after.state)), search = search_text(after, organisations());
    const auto save = [&](auto&& run) {
        return run(sql::save_action, scope_.council, after.id, after.version, after.code, after.domain,
                   after.objective, after.group, after.title, after.title_en, after.summary, after.summary_en,
                   state, after.state_reason, after.pilot, after.quartiers, after.starts, after.due,
                   progress_percent(after.state, steps), next_step_due(steps), search, after.deleted);
    };
    const std::optional<db::Result> saved =
        code == Code::claimed
            ? save([&](const auto&... values) { return scope_.tx.run_unless_taken(values...); })
            : save([&](const auto&... values) { return std::optional(scope_.tx.run(values...)); });
    if (!saved) return std::unexpected(WriteRefusal::code_taken);
    if (saved->affected() == 0) return std::unexpected(WriteRefusal::conflict);
    return {};
}

std::expected<void, WriteRefusal> Change::write(const Action& before, const Action& after, Code code) {
    if (const auto checked = check_state(after.state, after.state_reason); !checked)
        return std::unexpected(as_write_refusal(checked.error()));
    TRY(save_row(after, code));
    if (before.axes != after.axes) {
        scope_.tx.run(sql::remove_axes, scope_.council, after.id);
        scope_.tx.run(sql::add_axes, scope_.council, after.id, after.axes);
    }
    if (before.organisations != after.organisations) {
        scope_.tx.run(sql::remove_organisations, scope_.council, after.id, after.organisations);
        scope_.tx.run(sql::add_organisations, scope_.council, after.id, after.organisations);
    }
    if (before.partners != after.partners) {
        scope_.tx.run(sql::remove_partners, scope_.council, after.id, after.partners);
        scope_.tx.run(sql::add_partners, scope_.council, after.id, after.partners);
    }
    for (FieldChange& change : differences(before, after)) changes_.push_back(std::move(change));
    return {};
}

Step Change::create_step(ActionId action, const Step& wanted) {
    Step after = wanted;
    const auto [id, position] = scope_.tx.single(
        sql::insert_step,
        [](db::Row& row) {
            const StepId step(row.int8());
            return std::pair(step, static_cast<int>(row.int8()));
        },
        scope_.council, action, wanted.code, wanted.title);
    after.id = id;
    after.position = position;
    Step before;
    before.id = id;
    before.deleted = true;
    save_step(action, before, after);
    return after;
}

void Change::save_step(ActionId action, const Step& before, const Step& after) {
    std::vector<FieldChange> changed = differences(action, before, after);
    if (changed.empty()) return;
    scope_.tx.run(sql::save_step, scope_.council, action, after.id, after.title, after.title_en, after.weight,
                  after.due, after.done_at, after.position, after.deleted);
    for (FieldChange& change : changed) changes_.push_back(std::move(change));
}

std::expected<void, WriteRefusal> Change::refresh(ActionId action) {
    const std::optional<Action> current = load_action(scope_, action);
    if (!current) return std::unexpected(WriteRefusal::not_found);
    return write(*current, *current, Code::held);
}

std::optional<ChangeSetId> Change::finish(std::optional<ChangeSetId> undoes) {
    if (changes_.empty() && !undoes) return std::nullopt;
    const ChangeSetId set = scope_.tx.single(
        sql::insert_change_set, [](db::Row& row) { return ChangeSetId(row.int8()); }, scope_.council,
        scope_.account, scope_.author, name_of(kind_), undoes, scope_.now);
    std::vector<std::int64_t> actions, steps, parts;
    std::vector<std::string> fields, olds, news;
    for (const FieldChange& change : changes_) {
        actions.push_back(change.action.value);
        steps.push_back(change.step ? change.step->value : 0);
        parts.push_back(change.part);
        fields.push_back(change.field);
        olds.push_back(change.old_value);
        news.push_back(change.new_value);
    }
    scope_.tx.run(sql::insert_changes, scope_.council, set, actions, steps, parts, fields, olds, news);
    audit::record(scope_.tx, {.council = scope_.council.value,
                              .account = scope_.account.value,
                              .act = "strategy." + std::string(name_of(kind_)),
                              .object_kind = "change_set",
                              .object = std::to_string(set.value)});
    return set;
}

}  // namespace maillage::strategy
