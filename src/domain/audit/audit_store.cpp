#include "domain/audit/api.hpp"
#include "domain/audit/sql.hpp"

namespace maillage::audit {

void record(platform::db::Tx& tx, const Entry& entry) {
    const std::string_view outcome = entry.outcome == Entry::Outcome::permitted ? "p" : "r";
    tx.run(sql::append_entry, entry.council, entry.account, entry.act, entry.object_kind, entry.object,
           outcome, entry.detail);
}

}  // namespace maillage::audit
