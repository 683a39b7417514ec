#pragma once

#include "domain/identity/api.hpp"
#include "domain/snapshots/content.hpp"
#include "platform/db/tx.hpp"

namespace maillage::snapshots {

// The dashboard and the tracking table of this moment, with what is said of them in both languages; empty for
// who may not read them.
Content content_of_today(platform::db::Tx& tx, const identity::Call& call);

}  // namespace maillage::snapshots
