#pragma once

#include "domain/snapshots/api.hpp"

// A snapshot keeps every count as it was; who reads it decides what of it is given.
namespace maillage::snapshots {

// For an audience that no count below `below` is given to: without them, without what was said of them, and
// without the fingerprint. Of a document of which a reader knows all but two counts, it proves a guess.
void guard(Snapshot& snapshot, int below);

}  // namespace maillage::snapshots
