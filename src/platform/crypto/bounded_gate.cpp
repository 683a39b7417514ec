#include "platform/crypto/bounded_gate.hpp"

namespace maillage::platform::crypto {

std::optional<BoundedGate::Pass> BoundedGate::enter() {
    std::unique_lock lock(mutex_);
    if (working_ >= inside_) {
        if (queued_ >= waiting_) return std::nullopt;
        ++queued_;
        freed_.wait(lock, [this] { return working_ < inside_; });
        --queued_;
    }
    ++working_;
    return Pass(*this);
}

bool BoundedGate::has_room() const {
    const std::scoped_lock lock(mutex_);
    return working_ < inside_ || queued_ < waiting_;
}

void BoundedGate::leave() {
    {
        const std::scoped_lock lock(mutex_);
        --working_;
    }
    freed_.notify_one();
}

}  // namespace maillage::platform::crypto
