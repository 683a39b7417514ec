#pragma once

#include <chrono>
#include <functional>

namespace maillage::foundation {

// A moment, UTC, to the microsecond (what PostgreSQL's timestamptz keeps).
using Instant = std::chrono::sys_time<std::chrono::microseconds>;

// Time enters as an argument: the composition root passes the system's clock, a test its own.
using Clock = std::function<Instant()>;

}  // namespace maillage::foundation
