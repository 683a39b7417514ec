#pragma once

#include <string>

#include "domain/identity/api.hpp"
#include "domain/snapshots/content.hpp"

namespace maillage::snapshots {

// The dashboard and the tracking table of one moment, with what is said of them in both languages; empty for
// who may not read them. Several statements read them: in a transaction of its own, so that a change that
// others commit in between is in all of it or in none.
Content content_of_today(const identity::Call& call);
// What a reader was shown of it: who freezes later freezes this, or is shown what changed.
std::string print_of(const Content& content);

}  // namespace maillage::snapshots
