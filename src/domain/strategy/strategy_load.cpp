#include "domain/strategy/strategy_load.hpp"

#include <algorithm>
#include <set>
#include <tuple>

#include "domain/strategy/action_store.hpp"
#include "domain/strategy/partner_store.hpp"
#include "domain/strategy/sql.hpp"

namespace maillage::strategy {
namespace {

namespace db = platform::db;

using Touched = std::set<std::tuple<std::int64_t, std::int64_t, std::string>>;

Touched touched_by_people(Scope& scope) {
    Touched touched;
    const db::Result result = scope.tx.run(sql::fields_changed_by_people, scope.council);
    for (int i = 0; i < result.rows(); ++i) {
        db::Row row = result.row(i);
        const std::int64_t action = row.int8(), step = row.int8();
        touched.emplace(action, step, row.text());
    }
    return touched;
}

int save_references(Scope& scope, const FileStrategy& strategy) {
    db::Tx& tx = scope.tx;
    long saved = 0;
    if (strategy.plan) {
        const Plan& plan = *strategy.plan;
        saved += tx.run(sql::save_plan, scope.council, plan.code, plan.title, plan.title_en, plan.adopted,
                        plan.first_year, plan.last_year, plan.ends, plan.source, plan.source_en, plan.parents)
                     .affected();
    }
    const auto save = [&](const db::Sql& statement, const std::vector<Reference>& list) {
        for (std::size_t i = 0; i < list.size(); ++i)
            saved +=
                tx.run(statement, scope.council, list[i].code, list[i].label, list[i].label_en, i).affected();
    };
    save(sql::save_domain, strategy.references.domains);
    save(sql::save_objective, strategy.references.objectives);
    save(sql::save_working_group, strategy.references.groups);
    for (std::size_t i = 0; i < strategy.references.axes.size(); ++i) {
        const Reference& axis = strategy.references.axes[i];
        saved += tx.run(sql::save_axis, scope.council, axis.code, axis.scheme, axis.label, axis.label_en, i)
                     .affected();
    }
    for (std::size_t i = 0; i < strategy.commitments.size(); ++i) {
        const Commitment& line = strategy.commitments[i];
        saved += tx.run(sql::save_commitment, scope.council, line.code, line.kind, line.title, line.title_en,
                        line.source, i)
                     .affected();
    }
    return static_cast<int>(saved);
}

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

// Noon, so that the day is the same in every time zone of the Republic's councils in Europe.
foundation::Instant at_noon(foundation::Date day) {
    return foundation::Instant(day.days()) + std::chrono::hours(12);
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
    for (const std::string& target : read.links) {
        const bool is_action = std::ranges::any_of(
            strategy.actions, [&](const FileAction& other) { return other.action.code == target; });
        scope.tx.run(sql::insert_link, scope.council, action, is_action ? "action" : "commitment", target,
                     "");
    }
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

// Brings an action of ours to what the file says, field by field, but for those that people changed.
bool update_action(Scope& scope, Change& change, const Touched& touched, const FileAction& read,
                   LoadReport& report) {
    const std::optional<Action> before = find_action(scope, read.action.code);
    Action after = *before;
    bool changed = false;
    for (const std::string_view field : action_field_names()) {
        const std::string here = field_of(*before, field), in_file = field_of(read.action, field);
        if (here == in_file) continue;
        LoadReport::Difference difference{read.action.code, std::string(field), here, in_file};
        if (touched.contains({before->id.value, 0, std::string(field)})) {
            report.kept.push_back(std::move(difference));
            continue;
        }
        set_field(after, field, in_file);
        report.updated.push_back(std::move(difference));
        changed = true;
    }
    if (!changed) {
        ++report.unchanged;
        return true;
    }
    ++report.changed;
    return change.save_action(*before, after).has_value();
}

}  // namespace

LoadReport load(Scope& scope, const FileStrategy& strategy) {
    LoadReport report;
    report.references = save_references(scope, strategy);
    const Touched touched = touched_by_people(scope);
    Change change(scope, ChangeKind::import);
    for (FileAction read : strategy.actions) {
        const std::vector<std::string> names = read.action.partners;
        set_partners(scope, read.action, names);
        const bool known = find_action(scope, read.action.code).has_value();
        if (!known && is_code_of_deleted(scope, read.action.code)) {
            report.kept.push_back({read.action.code, "deleted", "yes", ""});
            continue;
        }
        const bool written = known ? update_action(scope, change, touched, read, report)
                                   : add_action(scope, change, strategy, read);
        if (!written)
            report.refused.push_back(read.action.code);
        else if (!known)
            ++report.added;
        if (const auto stored = find_action(scope, read.action.code);
            stored && !read.invented_partners.empty())
            mark_supposed_partners(scope, stored->id, read.invented_partners);
    }
    change.finish();
    return report;
}

}  // namespace maillage::strategy
