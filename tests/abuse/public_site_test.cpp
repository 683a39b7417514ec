#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/site.hpp"
#include "tests/journeys/demo_town.hpp"

// R50: the residents' site as it runs, on a database role of its own.
namespace maillage {
namespace {

TEST(The_residents_site, needs_no_more_than_the_public_role_may) {
    test::DemoTown laval;
    platform::db::Pool pool({.connection = laval.database().connection("maillage_public"),
                             .context_key = test::TestDatabase::context_key(),
                             .size = 1});
    const identity::Services& agents = laval.services();
    identity::Services services{.database = pool,
                                .catalogues = agents.catalogues,
                                .clock = agents.clock,
                                .random_hex = agents.random_hex,
                                .passwords = agents.passwords,
                                .session_limits = {},
                                .help_text = agents.help_text,
                                .help_stems = agents.help_stems};
    const app::Site site(services, app::residents_routes(), app::Sessions::no,
                         [](const app::Frame& frame) { return frame.page.main.bytes; });
    for (const app::Route& route : app::residents_routes()) {
        if (route.method != platform::http::Method::get) continue;
        platform::http::Request request;
        request.path = std::string(route.pattern);
        EXPECT_EQ(site.answer(request).status, 200) << route.pattern;
    }
    platform::http::Request home;
    home.path = "/";
    EXPECT_THAT(std::get<std::string>(site.answer(home).body),
                testing::AllOf(testing::HasSubstr("Laval"), testing::HasSubstr("tel:17"),
                               testing::HasSubstr("D132-8")));
    for (const char* path : {"/laval/actions", "/laval/organisations", "/sign-in"}) {
        platform::http::Request request;
        request.path = path;
        EXPECT_EQ(site.answer(request).status, 404) << path;
    }
}

}  // namespace
}  // namespace maillage
