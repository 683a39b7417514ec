#pragma once

#include <cstdint>
#include <expected>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "domain/strategy/action_fields_rules.hpp"
#include "domain/strategy/action_rules.hpp"
#include "domain/strategy/part_rules.hpp"
#include "domain/strategy/reference_store.hpp"
#include "domain/strategy/scope.hpp"

// The one way in which actions and steps change: every act is a set of field changes, kept for ever; undoing
// one is another act.
namespace maillage::strategy {

enum class ChangeKind : std::uint8_t {
    create,
    edit,
    state,
    steps,
    bulk,
    deletion,
    import,
    undo,
    news,
    links,
    records,
    budget,
};
std::string_view name_of(ChangeKind kind);

enum class WriteRefusal : std::uint8_t {
    not_found,  // or not allowed
    conflict,   // somebody else saved in between
    reason_required,
    decision_required,
    code_taken,
    unknown_code,  // of a domain, objective, group or axis
    doubled,       // the action has such a link, record or line already
    already_undone,
    too_old,  // undoing is possible for 30 days
};

WriteRefusal as_write_refusal(StateRefusal refusal);

// What the search looks through: code, titles, summary, pilot, partners by their names.
std::string search_text(const Action& action, const std::vector<Reference>& organisations);

// Collects what one act changes, writes it, and closes it as one set that can be undone.
class Change {
 public:
    Change(Scope& scope, ChangeKind kind);

    std::expected<Action, WriteRefusal> create_action(const Action& wanted);
    // Under the next code of its domain, whatever `wanted` says.
    std::expected<Action, WriteRefusal> create_next_action(Action wanted);
    // Writes `after` where `before.version` is still the current one.
    std::expected<void, WriteRefusal> save_action(const Action& before, Action after);
    // What a table brings (import_fields): new actions under their codes, and those that are there. Together,
    // and what somebody else wrote in between is left out.
    struct TableRow {
        std::optional<Action> before;
        Action after;
    };
    void write_table(const std::vector<TableRow>& rows);
    Step create_step(ActionId action, const Step& wanted);
    void save_step(ActionId action, const Step& before, const Step& after);
    // Progress and next date of an action whose steps changed.
    std::expected<void, WriteRefusal> refresh(ActionId action);

    // Adds (id 0), changes or takes away (empty text) what stands around an action; its number.
    std::expected<std::int64_t, WriteRefusal> save_part(ActionId action, PartKind kind, std::int64_t id,
                                                        const std::string& text);
    // Puts back what an earlier act changed around the action; false, and nothing written, when one of them
    // changed again since.
    bool put_back_parts(ActionId action, const std::vector<FieldChange>& changes);

    bool empty() const { return changes_.empty(); }
    // Appends the set and the audit entry. Nothing when nothing changed.
    std::optional<ChangeSetId> finish(std::optional<ChangeSetId> undoes = std::nullopt);

 private:
    enum class Code : std::uint8_t { held, claimed };  // claimed: another action may have it
    // Writes even when nothing differs: progress and next date follow the steps.
    std::expected<void, WriteRefusal> write(const Action& before, const Action& after, Code code);
    std::expected<void, WriteRefusal> save_row(const Action& after, Code code);

    // Those of the rows that were written, the new ones with their numbers.
    std::vector<TableRow> create_all(const std::vector<TableRow>& rows);
    std::vector<TableRow> save_all(const std::vector<TableRow>& rows);
    // Read once, however many actions the act changes.
    const std::vector<Reference>& organisations();

    Scope& scope_;
    ChangeKind kind_;
    std::optional<std::vector<Reference>> organisations_;
    std::vector<FieldChange> changes_;
};

struct HistoryLine {
    ChangeSetId set{0};
    std::string kind;
    foundation::Instant at;
    std::string author;
    bool undone = false;
    std::optional<StepId> step;
    std::string step_title;
    std::int64_t part = 0;
    std::string field, old_value, new_value;
};
std::vector<HistoryLine> read_history(Scope& scope, ActionId action, int most);

struct ChangeSet {
    ChangeSetId id{0};
    std::string kind;
    foundation::Instant at;
    std::string author;
    bool undone = false;
    std::int64_t actions = 0;
};
std::optional<ChangeSet> find_change_set(Scope& scope, ChangeSetId id);

inline constexpr int undo_days = 30;
struct UndoReport {
    ChangeSetId set{0};
    int undone = 0;
    std::vector<std::string> kept;  // codes of the actions that changed again since: left as they are
};
std::expected<UndoReport, WriteRefusal> undo(Scope& scope, ChangeSetId set);

}  // namespace maillage::strategy
