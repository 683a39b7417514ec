#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <thread>

#include "app/demo.hpp"
#include "tests/journeys/demo_town.hpp"

namespace maillage {
namespace {

using test::DemoTown;
using test::HttpAnswer;
using test::HttpClient;
using test::Redirects;
using test::submit;
using testing::HasSubstr;
using testing::Not;

constexpr const char* session = "__Host-s";

TEST(A_session_planted_before_sign_in, is_not_the_one_that_sign_in_opens) {
    DemoTown laval;
    HttpClient victim = laval.visitor();
    const std::string planted(43, 'A');
    victim.set_cookie(session, planted);
    victim.post(
        "/sign-in",
        {{"email", "elue@laval.example"}, {"password", std::string(app::demo_password)}, {"next", "/"}},
        Redirects::stop);
    EXPECT_NE(victim.cookie(session), planted);
    HttpClient attacker = laval.visitor();
    attacker.set_cookie(session, planted);
    EXPECT_EQ(attacker.get("/laval", Redirects::stop).status, 303);
}

TEST(A_session, is_rotated_by_each_sign_in_and_dead_after_sign_out) {
    DemoTown laval;
    HttpClient browser = laval.signed_in("elue");
    const std::string cookie = browser.cookie(session);
    ASSERT_EQ(browser.get("/laval/profile").status, 200);
    submit(browser, "/laval/profile", "/laval/sign-out", {});
    HttpClient thief = laval.visitor();
    thief.set_cookie(session, cookie);
    EXPECT_EQ(thief.get("/laval/profile", Redirects::stop).status, 303);
    EXPECT_EQ(thief.get("/laval/profile.json", Redirects::stop).status, 401);
}

TEST(A_copied_cookie, is_dead_once_the_password_was_changed) {
    DemoTown laval;
    HttpClient owner = laval.signed_in("elue"), thief = laval.visitor();
    thief.set_cookie(session, owner.cookie(session));
    ASSERT_EQ(thief.get("/laval/profile", Redirects::stop).status, 200);
    submit(owner, "/laval/profile", "/laval/profile/password",
           {{"password", std::string(app::demo_password)}, {"new_password", "sept girafes lisent"}});
    EXPECT_EQ(owner.get("/laval/profile", Redirects::stop).status, 200);
    EXPECT_EQ(thief.get("/laval/profile", Redirects::stop).status, 303);
}

TEST(A_session_that_was_left_open, does_not_try_passwords_without_end) {
    DemoTown laval;
    HttpClient stranger = laval.signed_in("elue");
    int refused = 0;
    for (int attempt = 0; attempt < 5; ++attempt) {
        const HttpAnswer answer =
            submit(stranger, "/laval/profile", "/laval/profile/password",
                   {{"password", "not the password"}, {"new_password", "sept girafes lisent"}});
        if (answer.status == 429 && answer.header("retry-after") == "60") ++refused;
    }
    EXPECT_EQ(refused, 2);
}

TEST(A_forged_cookie, opens_nothing_and_breaks_nothing) {
    DemoTown laval;
    for (const std::string& forged :
         {std::string("x"), std::string(43, 'z'), std::string(4000, 'A'), std::string("%00")}) {
        HttpClient browser = laval.visitor();
        browser.set_cookie(session, forged);
        EXPECT_EQ(browser.get("/laval", Redirects::stop).status, 303) << forged.size();
    }
}

TEST(Another_site, posts_nothing_in_our_name) {
    DemoTown laval;
    HttpClient browser = laval.signed_in("elue");
    const std::string page = browser.get("/laval/profile").body;
    const test::Pairs form{
        {"csrf", test::hidden(page, "csrf")}, {"key", test::hidden(page, "key")}, {"theme", "dark"}};
    browser.set_header("sec-fetch-site", "cross-site");
    EXPECT_EQ(browser.post("/laval/profile", form, Redirects::stop).status, 403);
    browser.set_header("sec-fetch-site", "");
    browser.set_header("origin", "https://elsewhere.example");
    EXPECT_EQ(browser.post("/laval/profile", form, Redirects::stop).status, 403);
}

TEST(A_form_without_the_token_of_its_session, changes_nothing) {
    DemoTown laval;
    HttpClient browser = laval.signed_in("elue"), other = laval.signed_in("dpo");
    const std::string foreign = test::hidden(other.get("/laval/profile").body, "csrf");
    for (const std::string& token : {std::string(), std::string("00"), foreign})
        EXPECT_EQ(
            browser
                .post("/laval/profile", {{"csrf", token}, {"key", "0123456789abcdef"}, {"theme", "dark"}},
                      Redirects::stop)
                .status,
            403);
    EXPECT_THAT(browser.get("/laval/profile.json").body, Not(HasSubstr("dark")));
}

TEST(The_pages_of_another_council, are_like_pages_that_do_not_exist) {
    DemoTown laval;
    HttpClient browser = laval.signed_in("coordination");
    const HttpAnswer foreign = browser.get("/rennes/actions"),
                     nowhere = browser.get("/laval/no-such-page-at-all");
    EXPECT_EQ(foreign.status, 404);
    EXPECT_EQ(nowhere.status, 404);
    EXPECT_EQ(browser.get("/rennes/journal.json").status, 404);
}

TEST(Fifty_copies_of_one_form, make_one_account) {
    DemoTown laval;
    HttpClient browser = laval.signed_in("coordination");
    const std::string page = browser.get("/laval/accounts/new").body;
    const test::Pairs form{{"csrf", test::hidden(page, "csrf")},
                           {"key", test::hidden(page, "key")},
                           {"name", "Robin Blanc (fictif)"},
                           {"email", "robin@laval.example"},
                           {"role", "elected"}};
    std::vector<std::jthread> senders;
    std::atomic<int> broken{0};
    for (int copy = 0; copy < 50; ++copy)
        senders.emplace_back([&, sender = browser]() mutable {
            const int status = sender.post("/laval/accounts", form, Redirects::stop).status;
            if (status != 200 && status != 409 && status != 503) ++broken;
        });
    senders.clear();
    EXPECT_EQ(broken, 0);
    EXPECT_THAT(browser.get("/laval/accounts.json?q=robin").body, HasSubstr("\"total\":1"));
    EXPECT_THAT(browser.get("/laval/journal.json?act=identity.account.create").body,
                HasSubstr("\"next\":null"));
    const test::Pairs changed{
        {"csrf", test::hidden(page, "csrf")}, {"key", test::hidden(page, "key")}, {"name", "Other"}};
    EXPECT_EQ(browser.post("/laval/accounts", changed, Redirects::stop).status, 422);
}

TEST(A_link_from_another_site, asks_again_from_our_own_page) {
    DemoTown laval;
    HttpClient browser = laval.visitor();
    browser.set_header("sec-fetch-site", "cross-site");
    const HttpAnswer answer = browser.get("/laval/actions?state=late", Redirects::stop);
    EXPECT_EQ(answer.status, 200);
    EXPECT_EQ(answer.header("refresh"), "0; url=/sign-in?next=%2Flaval%2Factions%3Fstate%3Dlate");
}

}  // namespace
}  // namespace maillage
