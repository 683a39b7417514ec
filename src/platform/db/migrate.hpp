#pragma once

#include <expected>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "foundation/instant.hpp"
#include "platform/db/connection.hpp"
#include "platform/db/sql.hpp"

namespace maillage::platform::db {

struct MigrationRefusal {
    std::string stem;  // a migration that already ran was edited since
};

// Runs, in order of their stems and each in one transaction, the migrations that have not run yet.
// `connection` is the owner's. `tell` is called with the name of each before it runs. Returns how many ran.
// An advisory lock keeps a second runner waiting; a migration killed half-way leaves nothing.
std::expected<int, MigrationRefusal> migrate(Connection& connection, std::vector<Migration> migrations,
                                             const std::function<void(std::string_view)>& tell);

// What `migrate` would find, without changing anything.
struct MigrationState {
    std::vector<std::string> missing, edited;  // stems
    std::optional<foundation::Instant> last_ran_at;
};
MigrationState migration_state(Connection& connection, std::span<const Migration> migrations);

// What the bootstrap role does once per cluster and database before the first migration (superuser needed):
// the roles, the extensions, the owner's right to create schemas.
std::string bootstrap_roles_sql();
std::string bootstrap_database_sql();

}  // namespace maillage::platform::db
