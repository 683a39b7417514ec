#include <map>

#include "domain/strategy/action_rules.hpp"
#include "domain/strategy/change_store.hpp"
#include "domain/strategy/sql.hpp"

// The lines of a table, written together: statement by statement, five thousand take longer than a person
// waits.
namespace maillage::strategy {
namespace {

namespace db = platform::db;

// A column of values for each field that a table may change.
struct Columns {
    std::vector<std::int64_t> ids, versions, progress;
    std::vector<std::string> codes, domains, groups, titles, states, reasons, pilots, dues, searches;

    void add(const Action& action, const std::vector<Step>& steps, std::string search) {
        ids.push_back(action.id.value);
        versions.push_back(action.version);
        codes.push_back(action.code);
        domains.push_back(action.domain);
        groups.push_back(action.group);
        titles.push_back(action.title);
        states.emplace_back(name_of(action.state));
        reasons.push_back(action.state_reason);
        pilots.push_back(action.pilot);
        dues.push_back(action.due ? action.due->iso() : std::string());
        progress.push_back(progress_percent(action.state, steps));
        searches.push_back(std::move(search));
    }
};

// Actions whose partners change, with what each has afterwards.
struct Partners {
    std::vector<std::int64_t> actions, of;
    std::vector<std::string> names;

    void add(ActionId action, const std::vector<std::string>& before, const std::vector<std::string>& after) {
        if (before == after) return;
        actions.push_back(action.value);
        for (const std::string& name : after) {
            of.push_back(action.value);
            names.push_back(name);
        }
    }
    void write(Scope& scope, const db::Sql& remove, const db::Sql& put) const {
        if (actions.empty()) return;
        scope.tx.run(remove, scope.council, actions, of, names);
        scope.tx.run(put, scope.council, of, names);
    }
};

std::map<std::int64_t, std::vector<Step>> steps_of(Scope& scope, const std::vector<std::int64_t>& actions) {
    std::map<std::int64_t, std::vector<Step>> steps;
    const db::Result result = scope.tx.run(sql::steps_of_actions, scope.council, actions);
    for (int i = 0; i < result.rows(); ++i) {
        db::Row row = result.row(i);
        std::vector<Step>& of_action = steps[row.int8()];
        Step step;
        step.weight = static_cast<int>(row.int8());
        step.due = row.date_or_null();
        step.done_at = row.date_or_null();
        step.deleted = row.boolean();
        of_action.push_back(step);
    }
    return steps;
}

}  // namespace

void Change::write_table(const std::vector<TableRow>& rows) {
    if (!scope_.may_edit) return;
    std::vector<TableRow> written = create_all(rows);
    for (TableRow& row : save_all(rows)) written.push_back(std::move(row));
    Partners partners, organisations;
    for (const auto& [before, after] : written) {
        const Action none;
        const Action& former = before ? *before : none;
        partners.add(after.id, former.partners, after.partners);
        organisations.add(after.id, former.organisations, after.organisations);
    }
    partners.write(scope_, sql::remove_partners_of_actions, sql::add_partners_of_actions);
    organisations.write(scope_, sql::remove_organisations_of_actions, sql::add_organisations_of_actions);
    for (const auto& [before, after] : written) {
        // The history of a new one begins as "deleted": undoing the creation takes it away again.
        Action gone;
        gone.id = after.id;
        gone.deleted = true;
        for (FieldChange& change : differences(before ? *before : gone, after))
            changes_.push_back(std::move(change));
    }
}

std::vector<Change::TableRow> Change::create_all(const std::vector<TableRow>& rows) {
    Columns columns;
    std::map<std::string, const Action*> wanted;
    for (const TableRow& row : rows) {
        if (row.before || !check_state(row.after.state, row.after.state_reason)) continue;
        columns.add(row.after, {}, search_text(row.after, organisations()));
        wanted.emplace(row.after.code, &row.after);
    }
    if (wanted.empty()) return {};
    std::vector<TableRow> created;
    const db::Result result = scope_.tx.run(
        sql::insert_actions, scope_.council, columns.codes, columns.domains, columns.groups, columns.titles,
        columns.states, columns.pilots, columns.dues, columns.progress, columns.searches, scope_.now);
    for (int i = 0; i < result.rows(); ++i) {
        db::Row row = result.row(i);
        const ActionId id(row.int8());
        TableRow& made = created.emplace_back(TableRow{std::nullopt, *wanted.at(row.text())});
        made.after.id = id;
    }
    return created;
}

std::vector<Change::TableRow> Change::save_all(const std::vector<TableRow>& rows) {
    std::map<std::int64_t, const TableRow*> wanted;
    std::vector<std::int64_t> ids;
    for (const TableRow& row : rows) {
        if (!row.before || !check_state(row.after.state, row.after.state_reason)) continue;
        wanted.emplace(row.before->id.value, &row);
        ids.push_back(row.before->id.value);
    }
    if (wanted.empty()) return {};
    const std::map<std::int64_t, std::vector<Step>> steps = steps_of(scope_, ids);
    Columns columns;
    for (const auto& [id, row] : wanted) {
        const auto own = steps.find(id);
        Action after = row->after;
        after.version = row->before->version;
        columns.add(after, own == steps.end() ? std::vector<Step>() : own->second,
                    search_text(after, organisations()));
    }
    std::vector<TableRow> saved;
    const db::Result result =
        scope_.tx.run(sql::save_actions, scope_.council, columns.ids, columns.versions, columns.domains,
                      columns.groups, columns.titles, columns.states, columns.reasons, columns.pilots,
                      columns.dues, columns.progress, columns.searches);
    for (int i = 0; i < result.rows(); ++i) saved.push_back(*wanted.at(result.row(i).int8()));
    return saved;
}

}  // namespace maillage::strategy
