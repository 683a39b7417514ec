#include "domain/strategy/term_store.hpp"

#include "domain/audit/api.hpp"
#include "domain/strategy/sql.hpp"

namespace maillage::strategy {

namespace db = platform::db;

Term read_term(Scope& scope) {
    if (!scope.may_read) return {};
    return scope.tx.single(
        sql::term_of_council,
        [](db::Row& row) {
            return Term{.title = row.text(),
                        .title_en = row.text(),
                        .adopted = row.date_or_null(),
                        .first_year = row.int8_or_null(),
                        .last_year = row.int8_or_null(),
                        .ends = row.date_or_null(),
                        .source = row.text()};
        },
        scope.council);
}

bool set_end(Scope& scope, const std::optional<foundation::Date>& ends, std::string_view source) {
    if (!scope.may_edit) return false;
    scope.tx.run(sql::add_term_end, scope.council, ends, source, scope.account, scope.now);
    audit::record(scope.tx, {.council = scope.council.value,
                             .account = scope.account.value,
                             .act = "strategy.term",
                             .object_kind = "strategy",
                             .object = ends ? ends->iso() : "-"});
    return true;
}

Term term(db::Tx& tx, const identity::Call& call) {
    Scope scope = scope_of(tx, call);
    return read_term(scope);
}

}  // namespace maillage::strategy
