#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "platform/db/connection.hpp"

namespace maillage::platform::db {

struct Notification {
    friend bool operator==(const Notification&, const Notification&) = default;
    std::string channel;
    std::string payload;
};

// A connection of its own that waits for NOTIFY: new jobs, a changed snapshot. A notification may be lost
// while the server restarts, so that whoever waits also looks for itself now and then.
class Listener {
 public:
    // `channels` are names of ours, [a-z_]+. Throws Unavailable.
    Listener(const std::string& parameters, const std::vector<std::string>& channels);

    // The next notification, or nothing once `patience` is over. Throws Unavailable when the server went
    // away: make another Listener.
    std::optional<Notification> wait(std::chrono::milliseconds patience);

 private:
    Connection connection_;
};

}  // namespace maillage::platform::db
