#pragma once

#include <string>

#include "domain/territory/api.hpp"
#include "platform/db/tx.hpp"

namespace maillage::app {

// Loads what `data_folder` says of a council: law, territory, organisations, strategy, bodies. Safe to run
// again: rows are added or brought up to date. A council that is no demonstration gets nothing invented. A
// file with a mistake stops the whole, with its name and line in the message.
void load_council_files(platform::db::Tx& tx, const std::string& data_folder,
                        const territory::NewCouncil& council);
// The same for a council that the data folder may know nothing of: then only the law's thresholds.
void load_what_is_known(platform::db::Tx& tx, const std::string& data_folder,
                        const territory::NewCouncil& council);

}  // namespace maillage::app
