#include "platform/http/rate_limit.hpp"

#include <gtest/gtest.h>

namespace maillage::platform::http {
namespace {

using namespace std::chrono_literals;

struct A_peer_that_asks_too_fast : testing::Test {
    foundation::Instant now{};
    std::shared_ptr<RateLimiter> limiter(Rate rate, std::size_t most_peers = 100) {
        return std::make_shared<RateLimiter>(rate, [this] { return now; }, most_peers);
    }
};

TEST_F(A_peer_that_asks_too_fast, waits_until_its_bucket_fills_again) {
    const auto limits = limiter({.per_second = 0.5, .burst = 2});

    EXPECT_FALSE(limits->take("a"));
    EXPECT_FALSE(limits->take("a"));
    EXPECT_EQ(limits->take("a"), 2s);
    EXPECT_FALSE(limits->take("b"));
    now += 1s;
    EXPECT_EQ(limits->take("a"), 1s);
    now += 1s;
    EXPECT_FALSE(limits->take("a"));
    now -= 1h;
    EXPECT_TRUE(limits->take("a"));
}

TEST_F(A_peer_that_asks_too_fast, is_told_when_to_come_back) {
    const Middleware middleware = limit_rate(limiter({.per_second = 1, .burst = 1}));
    const Handler ok = [](Request&) { return Response::text(200, "ok"); };
    Request request{.path = "/", .peer = "192.0.2.1"};

    EXPECT_EQ(middleware(request, ok).status, 200);
    const Response refused = middleware(request, ok);

    EXPECT_EQ(refused.status, 429);
    EXPECT_EQ(refused.headers.back(), (std::pair<std::string, std::string>("retry-after", "1")));
}

TEST_F(A_peer_that_asks_too_fast, is_not_forgotten_before_the_quiet_ones) {
    const auto limits = limiter({.per_second = 1, .burst = 3}, 2);
    for (int i = 0; i < 3; ++i) limits->take("busy");
    limits->take("quiet");
    now += 1s;

    limits->take("new");

    EXPECT_FALSE(limits->take("busy"));
    EXPECT_TRUE(limits->take("busy"));
}

TEST(A_peer, is_a_whole_subscriber) {
    EXPECT_EQ(peer_key("2001:db8:1:2::7"), peer_key("2001:db8:1:2:ffff::1"));
    EXPECT_NE(peer_key("2001:db8:1:2::7"), peer_key("2001:db8:1:3::7"));
    EXPECT_EQ(peer_key("192.0.2.1"), "192.0.2.1");
}

}  // namespace
}  // namespace maillage::platform::http
