#pragma once

#include <chrono>

namespace maillage::platform::jobs {

// How long a job rests after its `attempts`-th attempt failed: 10 s, 20 s, 40 s … 10 min at most.
std::chrono::seconds rest_after(int attempts);

}  // namespace maillage::platform::jobs
