#include "platform/http/rate_limit.hpp"

#include <arpa/inet.h>

#include <array>
#include <cmath>

#include "platform/http/breakdown.hpp"

namespace maillage::platform::http {

RateLimiter::RateLimiter(Rate rate, foundation::Clock clock, std::size_t most_peers)
    : rate_(rate), clock_(std::move(clock)), most_peers_(most_peers) {}

void RateLimiter::refill(Bucket& bucket, foundation::Instant now) const {
    // A clock set back gives nothing and takes nothing.
    const double elapsed_s = std::max(0.0, std::chrono::duration<double>(now - bucket.at).count());
    bucket.tokens = std::min(rate_.burst, bucket.tokens + elapsed_s * rate_.per_second);
    bucket.at = now;
}

void RateLimiter::forget_the_quiet(foundation::Instant now) {
    for (auto& [peer, bucket] : buckets_) refill(bucket, now);
    std::erase_if(buckets_, [&](const auto& entry) { return entry.second.tokens >= rate_.burst; });
    // More busy peers than we can follow: starting afresh is fair to all and keeps memory bounded.
    if (buckets_.size() >= most_peers_) buckets_.clear();
}

std::optional<std::chrono::seconds> RateLimiter::take(std::string_view peer) {
    const foundation::Instant now = clock_();
    const std::scoped_lock lock(mutex_);
    auto found = buckets_.find(std::string(peer));
    if (found == buckets_.end()) {
        if (buckets_.size() >= most_peers_) forget_the_quiet(now);
        found = buckets_.emplace(std::string(peer), Bucket{.tokens = rate_.burst, .at = now}).first;
    }
    Bucket& bucket = found->second;
    refill(bucket, now);
    if (bucket.tokens < 1) {
        const double wait_s = std::ceil((1 - bucket.tokens) / rate_.per_second);
        return std::chrono::seconds(static_cast<std::int64_t>(std::max(1.0, wait_s)));
    }
    bucket.tokens -= 1;
    return std::nullopt;
}

std::string peer_key(std::string_view address) {
    std::array<unsigned char, 16> bytes{};
    if (::inet_pton(AF_INET6, std::string(address).c_str(), bytes.data()) != 1) return std::string(address);
    return {reinterpret_cast<const char*>(bytes.data()), 8};
}

Middleware limit_rate(std::shared_ptr<RateLimiter> limiter, std::function<Response(const Request&)> limited) {
    return
        [limiter = std::move(limiter), limited = std::move(limited)](Request& request, const Handler& next) {
            const auto wait = limiter->take(peer_key(request.peer));
            if (!wait) return next(request);
            Response response = limited ? limited(request) : plain_refusal(429);
            response.headers.emplace_back("retry-after", std::to_string(wait->count()));
            return response;
        };
}

}  // namespace maillage::platform::http
