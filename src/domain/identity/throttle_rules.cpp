#include "domain/identity/throttle_rules.hpp"

namespace maillage::identity {

std::chrono::seconds pause_after(int failures) {
    if (failures < 3) return std::chrono::seconds(0);
    const int doublings = failures - 3;
    return doublings >= 6 ? std::chrono::seconds(60) : std::chrono::seconds(1 << doublings);
}

}  // namespace maillage::identity
