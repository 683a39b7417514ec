#pragma once

#include <string>

#include "domain/territory/api.hpp"
#include "platform/db/tx.hpp"

namespace maillage::app {

// Loads what `data_folder` says of a council: law, territory, organisations, strategy, bodies. A council that
// is no demonstration gets nothing invented. Throws BadDataFiles with every mistake of all the files.
//
// Into a council that exists, what people work on stays theirs: communes come while it has none,
// organisations and bodies while it has no body; the strategy's own loading knows what people changed.
void load_council_files(platform::db::Tx& tx, const std::string& data_folder,
                        const territory::NewCouncil& council);
// The same for a council that the data folder may know nothing of: then only the law's thresholds.
void load_what_is_known(platform::db::Tx& tx, const std::string& data_folder,
                        const territory::NewCouncil& council);

}  // namespace maillage::app
