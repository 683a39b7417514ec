#pragma once

#include <chrono>

namespace maillage::platform::mail {

// A mail is tried ten times over some three days: a relay that is down over a week-end loses none.
inline constexpr int most_attempts = 10;

// How long it rests after its `attempts`-th attempt: 1 min, 5 min, 15 min, 1 h, 2 h, 4 h, 8 h, 16 h, 24 h.
std::chrono::minutes rest_after(int attempts);

}  // namespace maillage::platform::mail
