#pragma once

#include "domain/snapshots/api.hpp"
#include "platform/html/builder.hpp"
#include "platform/i18n/words.hpp"

namespace maillage::snapshots {

// A snapshot for paper: cover, contents, a chapter a group, the tracking table, what proves that it is whole.
platform::html::Out snapshot_document(const platform::i18n::Words& words, const Snapshot& snapshot);

}  // namespace maillage::snapshots
