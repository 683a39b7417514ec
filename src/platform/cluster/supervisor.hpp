#pragma once

#include <sys/types.h>

#include <chrono>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/cluster/child.hpp"

namespace maillage::platform::cluster {

struct Service {
    std::string name;  // what the progress lines call it
    ChildOptions child;
    // Without an essential service a launcher that is starting gives up.
    enum class Need : char { essential, helpful } need = Need::essential;
};

// Keeps services running: a service that ends is started again after a wait that doubles up to ten seconds
// and is forgotten once it ran for a minute. One thread: the main one, because of the death signal.
class Supervisor {
 public:
    using Time = std::chrono::steady_clock::time_point;
    using Tell = std::function<void(std::string_view)>;

    explicit Supervisor(Tell tell) : tell_(std::move(tell)) {}
    Supervisor(const Supervisor&) = delete;
    Supervisor& operator=(const Supervisor&) = delete;
    ~Supervisor() { stop(std::chrono::seconds(10)); }

    void add(Service service, Time now);
    // Takes note of the ended services and starts again those whose wait is over.
    void tend(Time now);
    // How often essential services ended since the beginning.
    int failures() const { return failures_; }
    // SIGTERM to all in the reverse order of add(), then SIGKILL to those still there after `patience`.
    void stop(std::chrono::milliseconds patience);

 private:
    struct Kept {
        Service service;
        pid_t pid = 0;
        Time started, due;
        std::chrono::milliseconds wait{100};
    };

    Tell tell_;
    std::vector<Kept> kept_;
    int failures_ = 0;
};

}  // namespace maillage::platform::cluster
