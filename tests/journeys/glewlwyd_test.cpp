#include "tests/support/glewlwyd.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/demo.hpp"
#include "platform/oidc/provider.hpp"
#include "tests/journeys/demo_town.hpp"

// The whole of it with a real provider, over the network of this machine.
namespace maillage {
namespace {

using test::HttpClient;
using test::Redirects;
using testing::HasSubstr;

foundation::Instant wall_clock() {
    return std::chrono::floor<std::chrono::microseconds>(std::chrono::system_clock::now());
}

TEST(A_real_identity_provider, links_an_account_and_signs_it_in) {
    const test::Glewlwyd there;
    platform::oidc::Provider provider(there.settings(), platform::oidc::web_fetch({}), wall_clock);
    test::DemoTown town;
    town.services().provider = &provider;
    HttpClient browser = town.signed_in("elue");
    const std::string page = "/laval/profile/provider";
    test::submit(browser, page, page, {{"password", std::string(app::demo_password)}});
    const auto leave = [](HttpClient& by, const std::string& path) {
        return by.get(path, Redirects::stop).header("location");
    };
    const std::string first = leave(browser, "/sign-in/provider?go_on=1");
    ASSERT_THAT(first, HasSubstr("/api/oidc/auth?response_type=code&client_id=maillage"));
    EXPECT_EQ(browser.get(there.way_back_of(first), Redirects::stop).header("refresh"),
              "0; url=" + page + "?done=linked");

    HttpClient tomorrow = town.visitor();
    const std::string back = there.way_back_of(leave(tomorrow, "/sign-in/provider?next=/laval/actions"));
    EXPECT_EQ(tomorrow.get(back, Redirects::stop).header("refresh"), "0; url=/laval/actions");
    EXPECT_THAT(tomorrow.get("/laval/profile.json").body, HasSubstr("elue@laval.example"));
    // It has no page to sign out, and takes a code once.
    EXPECT_EQ(tomorrow.get(back, Redirects::stop).status, 400);
    EXPECT_EQ(tomorrow.post("/sign-out", {}, Redirects::stop).header("location"), "/sign-in");
}

TEST(A_real_identity_provider, refuses_a_code_with_the_verifier_of_another) {
    const test::Glewlwyd there;
    platform::oidc::Provider provider(there.settings(), platform::oidc::web_fetch({}), wall_clock);
    const platform::oidc::Secrets ours{.state = "s", .nonce = "n", .verifier = std::string(43, 'v')};
    const auto address = provider.sign_in_address(ours);
    ASSERT_TRUE(address) << name_of(address.error());
    const std::string back = there.way_back_of(*address);
    const std::size_t code = back.find("code=") + 5;
    const platform::oidc::BroughtBack brought{.code = back.substr(code, back.find('&', code) - code),
                                              .issuer = {}};
    const auto person =
        provider.person_of(brought, {.state = "s", .nonce = "n", .verifier = std::string(43, 'w')});
    EXPECT_EQ(person.error(), platform::oidc::Refusal::code_refused);
}

}  // namespace
}  // namespace maillage
