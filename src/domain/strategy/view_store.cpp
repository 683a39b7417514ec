#include "domain/strategy/view_store.hpp"

#include "domain/strategy/sql.hpp"

namespace maillage::strategy {

namespace db = platform::db;

std::vector<SavedView> read_views(Scope& scope) {
    return scope.tx.all(
        sql::saved_views,
        [](db::Row& row) { return SavedView{.id = row.int8(), .name = row.text(), .query = row.text()}; },
        scope.council, scope.account);
}

void save_view(Scope& scope, std::string_view name, std::string_view query) {
    scope.tx.run(sql::save_view, scope.council, scope.account, name, query);
}

bool delete_view(Scope& scope, std::int64_t id) {
    return scope.tx.run(sql::delete_view, scope.council, scope.account, id).affected() == 1;
}

void save_draft(Scope& scope, std::string_view form, std::string_view body) {
    scope.tx.run(sql::save_draft, scope.council, scope.account, form, body, scope.now);
}

std::optional<Draft> find_draft(Scope& scope, std::string_view form) {
    return scope.tx.one(
        sql::draft_of_form, [](db::Row& row) { return Draft{.body = row.text(), .saved_at = row.instant()}; },
        scope.council, scope.account, form);
}

void delete_draft(Scope& scope, std::string_view form) {
    scope.tx.run(sql::delete_draft, scope.council, scope.account, form);
}

}  // namespace maillage::strategy
