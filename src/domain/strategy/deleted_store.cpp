#include "domain/strategy/deleted_store.hpp"

#include "domain/strategy/sql.hpp"

namespace maillage::strategy {

namespace db = platform::db;

Deleted read_deleted(Scope& scope, std::int64_t page, std::int64_t per_page) {
    if (!scope.may_edit) return {};
    const foundation::Instant since = scope.now - std::chrono::days(undo_days);
    return {.actions = scope.tx.all(
                sql::deleted_actions,
                [](db::Row& row) {
                    return DeletedAction{.code = row.text(),
                                         .domain = row.text(),
                                         .title = row.text(),
                                         .title_en = row.text(),
                                         .set = ChangeSetId(row.int8()),
                                         .at = row.instant(),
                                         .author = row.text(),
                                         .undone = row.boolean(),
                                         .actions = row.int8()};
                },
                scope.council, since, per_page, (page - 1) * per_page),
            .rows = scope.tx.single(
                sql::deleted_actions_counted, [](db::Row& row) { return row.int8(); }, scope.council, since)};
}

}  // namespace maillage::strategy
