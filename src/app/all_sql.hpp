#pragma once

#include <vector>

#include "platform/db/sql.hpp"

namespace maillage::app {

// Of the platform and of every slice. The definitions are generated from the folders of src/domain.
std::vector<platform::db::Migration> all_migrations();
std::vector<platform::db::Sql> all_statements();

}  // namespace maillage::app
