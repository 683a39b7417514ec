#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/demo.hpp"
#include "tests/abuse/row_checks.hpp"
#include "tests/journeys/second_factor.hpp"

// A8, A21, A33: who has the password, the mailbox, the session or a copy of the database, and not the
// telephone.
namespace maillage {
namespace {

using test::DemoTown;
using test::HttpAnswer;
using test::HttpClient;
using test::Redirects;
using test::submit;
using testing::HasSubstr;
using testing::Not;

const std::string password(app::demo_password);

TEST(Who_stole_a_password, enters_nothing_without_the_telephone) {
    DemoTown laval;
    HttpClient owner = laval.signed_in("elue");
    test::set_up_second_factor(laval, owner);
    HttpClient thief = laval.visitor();
    test::give_password(thief, "elue", "/laval");
    const std::string half = thief.cookie("__Host-f");
    ASSERT_FALSE(half.empty());
    thief.set_cookie("__Host-s", half);
    EXPECT_EQ(thief.get("/laval/profile", Redirects::stop).status, 303);
    EXPECT_EQ(thief.get("/laval/profile.json", Redirects::stop).status, 401);
    int slowed = 0;
    for (int guess = 0; guess < 5; ++guess)
        if (test::give_code(thief, "12345" + std::to_string(guess)).status == 429) ++slowed;
    EXPECT_EQ(slowed, 2);
    EXPECT_THAT(laval.signed_in("dpo").get("/laval/journal.json?act=identity.second_factor.use").body,
                HasSubstr("\"permitted\":false"));
}

TEST(Who_sees_a_code_being_typed, cannot_type_it_again) {
    DemoTown laval;
    HttpClient owner = laval.signed_in("elue");
    const auto set = test::set_up_second_factor(laval, owner);
    HttpClient first = laval.visitor(), second = laval.visitor();
    test::give_password(first, "elue", "/");
    test::give_password(second, "elue", "/");
    EXPECT_EQ(test::give_code(first, set.application.code(0)).status, 303);
    EXPECT_EQ(test::give_code(second, set.application.code(0)).status, 422);
}

TEST(Who_renews_a_password_by_an_opening_code, is_asked_for_the_telephone_all_the_same) {
    DemoTown laval;
    HttpClient owner = laval.signed_in("elue");
    test::set_up_second_factor(laval, owner);
    HttpClient administrator = laval.signed_in("administration"), ghost = laval.visitor();
    const std::string list = administrator.get("/laval/accounts.json?q=elue").body;
    const std::size_t id = list.find("\"id\":\"") + 6;
    const std::string account = "/laval/accounts/" + list.substr(id, list.find('"', id) - id);
    const std::string shown = submit(administrator, account, account + "/invitation", {}).body;
    const std::size_t code = shown.find("<code>") + 6;
    ghost.post("/invitation", {{"code", shown.substr(code, shown.find('<', code) - code)},
                               {"new_password", "sept girafes lisent"}});
    const HttpAnswer step = ghost.post(
        "/sign-in", {{"email", "elue@laval.example"}, {"password", "sept girafes lisent"}, {"next", "/"}},
        Redirects::stop);
    EXPECT_THAT(step.header("location"), HasSubstr("/sign-in/code"));
    EXPECT_EQ(ghost.get("/laval", Redirects::stop).status, 303);
}

TEST(Who_finds_a_session_open, does_not_change_what_protects_it) {
    DemoTown laval;
    HttpClient browser = laval.signed_in("elue");
    test::set_up_second_factor(laval, browser);
    const std::string page = "/laval/profile/second-factor";
    for (const char* act : {"/codes", "/removal"}) {
        const HttpAnswer refused =
            submit(browser, page, page + act, {{"password", password}, {"one_time_password", ""}});
        EXPECT_EQ(refused.status, 422) << act;
        EXPECT_TRUE(test::recovery_codes(refused.body).empty());
    }
    EXPECT_EQ(submit(browser, page, page, {{"password", password}}).path, page)
        << "the secret in force is not shown again";
    EXPECT_THAT(browser.get(page).body, Not(HasSubstr("class=\"secret\"")));
}

TEST(A_copy_of_the_database, computes_no_code_and_holds_no_recovery_code) {
    DemoTown laval;
    HttpClient browser = laval.signed_in("elue");
    const auto set = test::set_up_second_factor(laval, browser);
    platform::db::Connection admin(laval.database().connection("maillage_admin"));
    admin.command("begin");
    EXPECT_EQ(test::asked(admin, "select length(secret) from identity.totp"), "60")
        << "a nonce of 24 bytes, 20 bytes sealed, a tag of 16";
    EXPECT_EQ(test::asked(admin, "select count(*) from identity.recovery_code where position('" +
                                     set.codes.at(0).substr(0, 4) + "'::bytea in code_hash) > 0"),
              "0");
    EXPECT_EQ(test::asked(admin,
                          "select count(*) from identity.submission where body like '%<li><code>%' "
                          "or body like '%class=\"secret\"%'"),
              "0")
        << "an answer that shows a secret is not kept to be given again";
}

}  // namespace
}  // namespace maillage
