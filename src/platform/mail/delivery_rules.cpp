#include "platform/mail/delivery_rules.hpp"

#include <algorithm>
#include <array>

namespace maillage::platform::mail {

std::chrono::minutes rest_after(int attempts) {
    constexpr std::array<int, 9> minutes{1, 5, 15, 60, 120, 240, 480, 960, 1440};
    const auto last = static_cast<int>(minutes.size()) - 1;
    return std::chrono::minutes(minutes[static_cast<std::size_t>(std::clamp(attempts - 1, 0, last))]);
}

}  // namespace maillage::platform::mail
