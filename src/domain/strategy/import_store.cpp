#include "domain/strategy/import_store.hpp"

#include "domain/strategy/sql.hpp"

namespace maillage::strategy {

namespace db = platform::db;

void stage_import(Scope& scope, const std::string& id, std::string_view cells, const ImportMapping& mapping) {
    scope.tx.run(sql::stage_import, id, scope.council, scope.account, cells, as_text(mapping));
}

std::optional<StagedImport> find_staged_import(Scope& scope, const std::string& id) {
    if (!scope.may_edit) return std::nullopt;
    return scope.tx.one(
        sql::staged_import_by_id,
        [](db::Row& row) {
            StagedImport staged{.cells = row.text(), .mapping = mapping_from(row.text())};
            if (const auto set = row.int8_or_null()) staged.done = ChangeSetId(*set);
            staged.waiting = row.boolean();
            staged.job = row.int8_or_null().value_or(0);
            staged.refusal = row.text();
            return staged;
        },
        scope.council, scope.account, id);
}

bool map_staged_import(Scope& scope, const std::string& id, const ImportMapping& mapping) {
    return scope.tx.run(sql::map_staged_import, scope.council, scope.account, id, as_text(mapping))
               .affected() == 1;
}

std::optional<ChangeSetId> apply_import(Scope& scope, const std::string& id,
                                        const ImportJudgement& judgement) {
    Change change(scope, ChangeKind::import);
    std::vector<Change::TableRow> rows;
    for (const ImportRow& row : judgement.rows)
        if (row.changes()) rows.push_back({row.before, row.after});
    change.write_table(rows);
    const std::optional<ChangeSetId> set = change.finish();
    if (set) scope.tx.run(sql::finish_staged_import, scope.council, scope.account, id, *set);
    return set;
}

}  // namespace maillage::strategy
