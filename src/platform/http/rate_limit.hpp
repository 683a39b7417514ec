#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "foundation/instant.hpp"
#include "platform/http/message.hpp"

namespace maillage::platform::http {

struct Rate {
    double per_second = 10;
    double burst = 50;  // what may come at once after a silence
};

// One token bucket per peer, in bounded memory.
class RateLimiter {
 public:
    RateLimiter(Rate rate, foundation::Clock clock, std::size_t most_peers = 100'000);
    // Nothing: go on. Otherwise how long to wait, at least a second.
    std::optional<std::chrono::seconds> take(std::string_view peer);

 private:
    struct Bucket {
        double tokens = 0;
        foundation::Instant at{};
    };

    void refill(Bucket& bucket, foundation::Instant now) const;
    void forget_the_quiet(foundation::Instant now);

    const Rate rate_;
    const foundation::Clock clock_;
    const std::size_t most_peers_;
    std::mutex mutex_;
    std::unordered_map<std::string, Bucket> buckets_;
};

// What one client counts as: an IPv4 address, or the /64 that an IPv6 subscriber may use at will.
std::string peer_key(std::string_view address);

// 429 + Retry-After for a peer that asks too fast. `limited` makes the page; empty: plain text.
Middleware limit_rate(std::shared_ptr<RateLimiter> limiter,
                      std::function<Response(const Request&)> limited = {});

}  // namespace maillage::platform::http
