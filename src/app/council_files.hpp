#pragma once

#include <string>

#include "platform/db/pool.hpp"

namespace maillage::app {

// Loads what `data_folder` says of a council: territory, law, organisations, bodies. Safe to run again: rows
// are added or brought up to date. A file with a mistake stops the whole, with its name and line in the
// message.
void load_council_files(platform::db::Pool& database, const std::string& data_folder,
                        const std::string& slug);

}  // namespace maillage::app
