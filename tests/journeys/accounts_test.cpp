#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/demo.hpp"
#include "tests/journeys/demo_town.hpp"

namespace maillage {
namespace {

using test::DemoTown;
using test::HttpAnswer;
using test::HttpClient;
using test::submit;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

const char* const provisional = "sept girafes lisent";

HttpAnswer create(HttpClient& browser, const std::string& email, const std::string& role) {
    return submit(
        browser, "/laval/accounts/new", "/laval/accounts",
        {{"name", "Robin Blanc (fictif)"}, {"email", email}, {"role", role}, {"new_password", provisional}});
}

int sign_in(HttpClient& browser, const std::string& email, const std::string& password) {
    return browser
        .post("/sign-in", {{"email", email}, {"password", password}, {"next", "/"}}, test::Redirects::stop)
        .status;
}

TEST(The_coordinator, creates_an_account_whose_owner_signs_in_at_once) {
    DemoTown laval;
    HttpClient browser = laval.signed_in("coordination");
    const HttpAnswer created = create(browser, "Robin@Laval.example ", "elected");
    EXPECT_EQ(created.status, 200);
    EXPECT_THAT(created.body, AllOf(HasSubstr("robin@laval.example"), Not(HasSubstr(provisional))));
    HttpClient robin = laval.visitor();
    EXPECT_EQ(sign_in(robin, "robin@laval.example", provisional), 303);
    EXPECT_EQ(robin.get("/laval/actions").status, 200);
}

TEST(The_coordinator, sees_every_mistake_at_once_and_loses_nothing_typed) {
    DemoTown laval;
    HttpClient browser = laval.signed_in("coordination");
    const HttpAnswer wrong = submit(browser, "/laval/accounts/new", "/laval/accounts",
                                    {{"name", "Robin <i>"},
                                     {"email", "nowhere"},
                                     {"role", "king"},
                                     {"new_password", "short"},
                                     {"until", "32/13/2026"}});
    EXPECT_EQ(wrong.status, 422);
    EXPECT_THAT(wrong.body,
                AllOf(HasSubstr("role=\"alert\""), HasSubstr("Robin &lt;i&gt;"), HasSubstr("nowhere"),
                      HasSubstr("32/13/2026"), Not(HasSubstr("value=\"short\""))));
    EXPECT_EQ(create(browser, "dpo@laval.example", "elected").status, 422);
}

TEST(A_mandate, ends_and_its_right_with_the_next_request) {
    DemoTown laval;
    HttpClient browser = laval.signed_in("coordination"), robin = laval.visitor();
    const std::string page = create(browser, "robin@laval.example", "elected").path;
    const std::string account = page.substr(0, page.find('?'));
    ASSERT_EQ(sign_in(robin, "robin@laval.example", provisional), 303);
    ASSERT_EQ(robin.get("/laval/actions").status, 200);
    const std::string mandate = test::hidden(browser.get(account).body, "mandate");
    EXPECT_EQ(submit(browser, account, account + "/mandates/end", {{"mandate", mandate}}).status, 200);
    EXPECT_EQ(robin.get("/laval/actions").status, 404);
    EXPECT_EQ(robin.get("/laval").status, 200);
    EXPECT_EQ(submit(browser, account, account + "/mandates", {{"role", "prefect"}}).status, 200);
    EXPECT_EQ(robin.get("/laval/actions").status, 200);
    EXPECT_EQ(submit(browser, account, account + "/disable", {}).status, 200);
    EXPECT_EQ(robin.get("/laval", test::Redirects::stop).status, 303);
    EXPECT_NE(sign_in(robin, "robin@laval.example", provisional), 303);
}

TEST(Nobody, changes_their_own_rights) {
    DemoTown laval;
    HttpClient browser = laval.signed_in("administration");
    const std::string list = browser.get("/laval/accounts.json?q=administration").body;
    const std::string mark = "\"id\":";
    const std::string id = list.substr(list.find(mark) + mark.size(),
                                       list.find(',', list.find(mark)) - list.find(mark) - mark.size());
    const std::string own = "/laval/accounts/" + id;
    for (const char* act : {"/mandates", "/disable", "/password"})
        EXPECT_EQ(submit(browser, "/laval/profile", own + act,
                         {{"role", "coordinator"}, {"new_password", provisional}})
                      .status,
                  404)
            << act;
    EXPECT_EQ(browser.get("/laval/actions").status, 404);
}

TEST(A_password, is_changed_by_whoever_knows_it_and_other_sessions_end) {
    DemoTown laval;
    HttpClient here = laval.signed_in("elue"), there = laval.signed_in("elue");
    const auto change = [&](const std::string& current, const std::string& next) {
        return submit(here, "/laval/profile", "/laval/profile/password",
                      {{"password", current}, {"new_password", next}})
            .status;
    };
    EXPECT_EQ(change("wrong wrong wrong wrong", provisional), 422);
    EXPECT_EQ(change(std::string(app::demo_password), "laval"), 422);
    EXPECT_EQ(change(std::string(app::demo_password), provisional), 200);
    EXPECT_EQ(there.get("/laval", test::Redirects::stop).status, 303);
    HttpClient again = laval.visitor();
    EXPECT_EQ(sign_in(again, "elue@laval.example", provisional), 303);
}

TEST(The_journal, names_who_did_what_to_the_data_protection_officer_alone) {
    DemoTown laval;
    HttpClient browser = laval.signed_in("coordination");
    ASSERT_EQ(create(browser, "robin@laval.example", "elected").status, 200);
    HttpClient officer = laval.signed_in("dpo"), elected = laval.signed_in("elue");
    const HttpAnswer page = officer.get("/laval/journal?act=identity.account");
    EXPECT_THAT(page.body, AllOf(HasSubstr("identity.account.create"), HasSubstr("Camille Martin"),
                                 Not(HasSubstr("robin@"))));
    EXPECT_THAT(officer.get("/laval/journal.json").body, HasSubstr("\"act\":\"identity.session.open\""));
    EXPECT_EQ(officer.get("/laval/journal?from=yesterday").status, 422);
    EXPECT_THAT(officer.get("/laval/journal?until=01/01/2020").body,
                Not(HasSubstr("identity.account.create")));
    EXPECT_EQ(elected.get("/laval/journal").status, 404);
    EXPECT_EQ(elected.get("/laval/journal.json").status, 404);
}

}  // namespace
}  // namespace maillage
