#include "domain/strategy/strategy_load.hpp"

#include <algorithm>

#include "domain/strategy/action_store.hpp"
#include "domain/strategy/action_update.hpp"
#include "domain/strategy/partner_store.hpp"
#include "domain/strategy/reference_load.hpp"
#include "domain/strategy/sql.hpp"

namespace maillage::strategy {
namespace {

namespace db = platform::db;

void add_record(Scope& scope, ActionId action, const FileRecord& record) {
    const std::int64_t id = scope.tx.single(
        sql::save_record, [](db::Row& row) { return row.int8(); }, scope.council, action, record.kind,
        record.title, record.title_en, record.unit, record.unit_en, record.target);
    for (std::size_t i = 0; i < record.lines.size(); ++i) {
        const FileRecordLine& line = record.lines[i];
        scope.tx.run(sql::insert_record_line, scope.council, id, line.kind, line.label, line.label_en,
                     line.on_day, line.done_on, line.value, i);
    }
}

// What stands around a new action. An action that exists keeps its own.
void add_surroundings(Scope& scope, ActionId action, const FileAction& read) {
    for (const FileRecord& record : read.records) add_record(scope, action, record);
    for (const FileBudget& line : read.budget)
        scope.tx.run(sql::insert_budget_line, scope.council, action, line.label, line.label_en, line.year,
                     line.amount_cents, line.fund);
    foundation::Instant latest{};
    for (const FileNews& news : read.news) {
        const foundation::Instant at = news.at ? at_noon(*news.at) : scope.now;
        scope.tx.run(sql::insert_news, scope.council, action, at, scope.account, scope.author, news.text);
        latest = std::max(latest, at);
    }
    if (latest != foundation::Instant{}) scope.tx.run(sql::touch_news, scope.council, action, latest);
}

void add_links(Scope& scope, const FileStrategy& strategy, ActionId action, const FileAction& read) {
    for (const std::string& target : read.links)
        scope.tx.run(sql::insert_link, scope.council, action, kind_of_link(scope, strategy, target), target,
                     "");
}

bool add_action(Scope& scope, Change& change, const FileStrategy& strategy, const FileAction& read) {
    // Steps first change progress: the action is written once more at the end.
    const auto created = change.create_action(read.action);
    if (!created) return false;
    for (const Step& step : read.steps) change.create_step(created->id, step);
    if (!change.refresh(created->id)) return false;
    add_surroundings(scope, created->id, read);
    add_links(scope, strategy, created->id, read);
    return true;
}

// Brings the fields of an action to what the file says, but for those that people changed.
bool update_fields(const Update& update, const Action& before, const Action& in_file) {
    Action after = before;
    for (const std::string_view field : action_field_names()) {
        std::string here = field_of(before, field), wanted = field_of(in_file, field);
        if (here == wanted) continue;
        if (update.people.changed(before.id, field)) {
            update.tell_kept(std::string(field), std::move(here), std::move(wanted));
            continue;
        }
        set_field(after, field, wanted);
        update.tell_updated(std::string(field), std::move(here), std::move(wanted));
    }
    return update.change.save_action(before, after).has_value();
}

// The whole of an action that is there already; false when the rules refuse its fields.
bool update_action(const Update& update, const Action& before, const FileStrategy& strategy,
                   const FileAction& read) {
    const std::size_t told = update.report.updated.size();
    if (!update_fields(update, before, read.action)) {
        update.report.updated.resize(told);
        return false;
    }
    const std::size_t fields = update.report.updated.size();
    update_steps(update, read.steps);
    // Progress and the next date follow the steps.
    if (update.report.updated.size() != fields && !update.change.refresh(before.id)) return false;
    update_parts(update, strategy, read);
    update_news(update, before, read.news);
    ++(update.report.updated.size() == told ? update.report.unchanged : update.report.changed);
    return true;
}

// Actions are kept when the files no longer have them: deleting one is for a person.
void tell_absent_actions(Scope& scope, const FileStrategy& strategy, LoadReport& report) {
    std::vector<std::string> codes;
    for (const FileAction& read : strategy.actions) codes.push_back(read.action.code);
    const db::Result result = scope.tx.run(sql::actions_of_files, scope.council, codes);
    for (int i = 0; i < result.rows(); ++i) {
        db::Row row = result.row(i);
        std::string code = row.text(), title = row.text();
        report.kept.push_back({std::move(code), "action", std::move(title), ""});
    }
}

}  // namespace

foundation::Instant at_noon(foundation::Date day) {
    return foundation::Instant(day.days()) + std::chrono::hours(12);
}

std::string_view kind_of_link(Scope& scope, const FileStrategy& strategy, std::string_view target) {
    const bool in_files = std::ranges::any_of(
        strategy.actions, [&](const FileAction& other) { return other.action.code == target; });
    return in_files || find_action(scope, target) ? "action" : "commitment";
}

LoadReport load(Scope& scope, const FileStrategy& strategy, Extent extent) {
    LoadReport report;
    save_references(scope, strategy, extent, report);
    const PeoplesChanges people(scope);
    Change change(scope, ChangeKind::import);
    for (FileAction read : strategy.actions) {
        const std::vector<std::string> names = read.action.partners;
        set_partners(scope, read.action, names);
        const std::optional<Action> before = find_action(scope, read.action.code);
        if (!before && is_code_of_deleted(scope, read.action.code)) {
            report.kept.push_back({read.action.code, "deleted", "yes", ""});
            continue;
        }
        const bool written = before ? update_action({.scope = scope,
                                                     .change = change,
                                                     .people = people,
                                                     .report = report,
                                                     .action = before->id,
                                                     .code = before->code},
                                                    *before, strategy, read)
                                    : add_action(scope, change, strategy, read);
        if (!written)
            report.refused.push_back(read.action.code);
        else if (!before)
            ++report.added;
        if (const auto stored = find_action(scope, read.action.code);
            stored && !read.invented_partners.empty())
            mark_supposed_partners(scope, stored->id, read.invented_partners);
    }
    if (extent == Extent::all_files) tell_absent_actions(scope, strategy, report);
    change.finish();
    return report;
}

}  // namespace maillage::strategy
