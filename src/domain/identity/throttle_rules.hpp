#pragma once

#include <chrono>

namespace maillage::identity {

// How long to wait after `failures` failures in a row: 0 for the first two, then 1 s doubled each time, 60 s
// at most. Slower, never locked: a violent ex-partner must not be able to lock out a social worker.
std::chrono::seconds pause_after(int failures);

}  // namespace maillage::identity
