#pragma once

#include <string>
#include <vector>

#include "platform/db/connection.hpp"
#include "tests/abuse/guarded_tables.hpp"
#include "tests/abuse/town.hpp"

namespace maillage::test {

// The attacked town with at least one row in every table, and those who attack it: every role alone, an
// account without mandate, a visitor, the coordinator of another council, the application itself.
class GuardedTown : public AttackedTown {
 public:
    GuardedTown();
    const std::vector<Attacker>& attackers() const { return attackers_; }
    std::string admin() { return laval().database().connection("maillage_admin"); }

 private:
    void fill();
    std::vector<Attacker> attackers_;
};

// Compares what each attacker reads, changes and adds as the runtime role with what they must, on one table.
// One line a difference. The connection is the administrator's, inside a transaction that is rolled back at
// the end.
std::vector<std::string> differences(platform::db::Connection& admin, const GuardedTable& table,
                                     const std::vector<Attacker>& attackers);

// One text of one row; the statement may be anything.
std::string asked(platform::db::Connection& connection, const std::string& statement);
std::vector<std::string> all_asked(platform::db::Connection& connection, const std::string& statement);

}  // namespace maillage::test
