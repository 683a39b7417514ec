#include "app/front.hpp"

#include <gtest/gtest.h>

#include "platform/sql.hpp"
#include "tests/support/database.hpp"
#include "tests/support/words.hpp"

namespace maillage::app {
namespace {

namespace http = platform::http;

struct A_front : testing::Test {
    test::TestDatabase database{platform::sql::migrations()};
    platform::crypto::PasswordHasher passwords{{}, [](std::size_t n) { return std::string(n, 'x'); }};
    identity::Services services{.database = database.pool(),
                                .catalogues = test::catalogues(),
                                .clock = [] { return foundation::Instant(); },
                                .random_hex = [](std::size_t n) { return std::string(2 * n, 'a'); },
                                .passwords = passwords,
                                .session_limits = {}};
    Site site{services, {}, Sessions::no, [](const Frame& frame) { return frame.page.main.bytes; }};
    platform::config::Configuration configuration = [] {
        auto usual = platform::config::default_configuration();
        usual.assets.folder = MAILLAGE_SOURCE_DIR "/web/print";
        usual.http.requests_per_second = 1;
        usual.http.burst = 2;
        return usual;
    }();
    Observation observation{configuration, [] { return foundation::Instant(); }};
    Front front{configuration, site, database.pool(), observation};

    http::Response asked(std::string path, http::Method method = http::Method::get) {
        http::Request request{.method = method, .path = std::move(path), .peer = "192.0.2.1"};
        return front.answer(request);
    }
};

TEST_F(A_front, says_that_it_lives_and_that_its_database_answers) {
    EXPECT_EQ(asked("/healthz").status, 200);
    EXPECT_EQ(asked("/readyz").status, 200);
}

TEST_F(A_front, makes_an_address_wait_that_asks_too_fast_but_never_for_health_or_files) {
    EXPECT_EQ(asked("/x").status, 404);
    EXPECT_EQ(asked("/x").status, 404);
    const http::Response waits = asked("/x");
    EXPECT_EQ(waits.status, 429);
    EXPECT_NE(std::get<std::string>(waits.body).find("<h1>"), std::string::npos);
    EXPECT_EQ(asked("/healthz").status, 200);
    EXPECT_EQ(asked("/assets/print.css").status, 200);
}

TEST_F(A_front, takes_reports_about_the_content_policy_without_reading_them) {
    EXPECT_EQ(asked("/csp-reports", http::Method::post).status, 204);
    EXPECT_EQ(asked("/csp-reports").status, 404);
}

}  // namespace
}  // namespace maillage::app
