#include "domain/strategy/api.hpp"
#include "domain/strategy/sql.hpp"

namespace maillage::strategy {

namespace db = platform::db;

void purge(db::Pool& database, foundation::Instant now) {
    database.transaction(db::Context{.reach = db::Context::Reach::system}, [&](db::Tx& tx) {
        tx.run(sql::purge_old, now - std::chrono::days(staged_import_days),
               now - std::chrono::days(draft_days));
    });
}

}  // namespace maillage::strategy
