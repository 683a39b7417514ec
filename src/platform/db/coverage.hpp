#pragma once

#include <string_view>

namespace maillage::platform::db {

// Appends the statement's name to the file that MAILLAGE_SQL_COVERAGE names; does nothing when it is unset.
// Test runs set it, so that a check can list the statements that no test executes.
void note_prepared(std::string_view name);

}  // namespace maillage::platform::db
