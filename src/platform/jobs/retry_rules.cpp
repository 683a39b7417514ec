#include "platform/jobs/retry_rules.hpp"

#include <algorithm>

namespace maillage::platform::jobs {

std::chrono::seconds rest_after(int attempts) {
    constexpr std::chrono::seconds first{10}, most{600};
    const int doublings = std::clamp(attempts - 1, 0, 6);
    return std::min(first * (1 << doublings), most);
}

}  // namespace maillage::platform::jobs
