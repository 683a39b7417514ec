#pragma once

#include <condition_variable>
#include <mutex>
#include <optional>
#include <utility>

namespace maillage::platform::crypto {

// Lets `inside` callers work at once and `waiting` more wait; turns the others away. For work that is dear in
// memory: fifty sign-ins at once must not take three gigabytes (CWE-770).
class BoundedGate {
 public:
    BoundedGate(unsigned inside, unsigned waiting) : inside_(inside), waiting_(waiting) {}

    // Held while the work lasts.
    class Pass {
     public:
        explicit Pass(BoundedGate& gate) : gate_(&gate) {}
        Pass(Pass&& other) noexcept : gate_(std::exchange(other.gate_, nullptr)) {}
        Pass& operator=(Pass&&) = delete;
        ~Pass() {
            if (gate_ != nullptr) gate_->leave();
        }

     private:
        BoundedGate* gate_;
    };
    // Waits for a place; nothing when the queue is full.
    std::optional<Pass> enter();
    // True while a caller that entered now would have a place, at work or in the queue.
    bool has_room() const;

 private:
    void leave();

    mutable std::mutex mutex_;
    std::condition_variable freed_;
    const unsigned inside_, waiting_;
    unsigned working_ = 0, queued_ = 0;
};

}  // namespace maillage::platform::crypto
