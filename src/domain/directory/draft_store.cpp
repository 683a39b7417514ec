#include "domain/directory/draft_store.hpp"

#include "domain/directory/sql.hpp"

namespace maillage::directory {

namespace db = platform::db;
using identity::Act;
using identity::Actor;

void save_draft(db::Tx& tx, const identity::Call& call, std::string_view form, std::string_view body) {
    if (!may(call.actor, Act::edit_directory)) return;
    tx.run(sql::save_draft, call.actor.council, call.actor.account, form, body, call.now);
}

std::optional<Draft> find_draft(db::Tx& tx, const Actor& actor, std::string_view form) {
    if (!may(actor, Act::edit_directory)) return std::nullopt;
    return tx.one(
        sql::draft_of_form, [](db::Row& row) { return Draft{.body = row.text(), .saved_at = row.instant()}; },
        actor.council, actor.account, form);
}

void delete_draft(db::Tx& tx, const Actor& actor, std::string_view form) {
    if (!may(actor, Act::edit_directory)) return;
    tx.run(sql::delete_draft, actor.council, actor.account, form);
}

}  // namespace maillage::directory
