#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/journeys/demo_town.hpp"

namespace maillage {
namespace {

using test::DemoTown;
using test::HttpClient;
using test::submit;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

TEST(Today, shows_what_is_late_to_whoever_reads_the_strategy) {
    DemoTown laval;
    HttpClient elected = laval.signed_in("elue"), administrator = laval.signed_in("administration");
    EXPECT_EQ(elected.get("/").path, "/laval/key-figures");
    const auto page = elected.get("/laval/today");
    EXPECT_THAT(page.body, AllOf(HasSubstr("id=\"late\""), HasSubstr("/laval/actions?alarm=late")));
    EXPECT_THAT(elected.get("/laval/today.json").body, HasSubstr("\"late\":"));
    EXPECT_THAT(administrator.get("/laval").body, Not(HasSubstr("/laval/actions")));
}

TEST(An_address_that_no_route_answers, says_so_in_the_language_of_the_visitor) {
    DemoTown laval;
    HttpClient browser = laval.signed_in("elue");
    const auto page = browser.get("/laval/nowhere");
    EXPECT_EQ(page.status, 404);
    EXPECT_THAT(page.body, HasSubstr("<h1>Page introuvable</h1>"));
    EXPECT_THAT(browser.get("/laval/nowhere.json").body, HasSubstr("\"status\":404"));
}

TEST(The_search, finds_within_the_rights_of_the_one_who_asks) {
    DemoTown laval;
    HttpClient elected = laval.signed_in("elue"), administrator = laval.signed_in("administration");
    EXPECT_THAT(elected.get("/laval/search.json?q=PRE-1").body, HasSubstr("\"/laval/actions/PRE-1\""));
    EXPECT_THAT(elected.get("/laval/search?q=sdis").body, HasSubstr("/laval/organisations/sdis"));
    EXPECT_THAT(administrator.get("/laval/search.json?q=PRE-1").body, Not(HasSubstr("PRE-1")));
    EXPECT_EQ(elected.get("/laval/search?q=%3Cscript%3E").status, 200);
}

TEST(The_description_of_the_twins, lists_what_the_reader_may_ask_for) {
    DemoTown laval;
    HttpClient officer = laval.signed_in("dpo"), elected = laval.signed_in("elue");
    EXPECT_THAT(officer.get("/laval/openapi.json").body,
                AllOf(HasSubstr("\"openapi\":\"3.1.0\""), HasSubstr("/{council}/journal.json")));
    EXPECT_THAT(elected.get("/laval/openapi.json").body, Not(HasSubstr("journal.json")));
    EXPECT_EQ(laval.visitor().get("/laval/openapi.json", test::Redirects::stop).status, 401);
    EXPECT_EQ(officer.get("/openapi.json").body, officer.get("/laval/openapi.json").body);
    EXPECT_EQ(officer.get("/openapi").status, 200);
    EXPECT_EQ(laval.visitor().get("/openapi.json", test::Redirects::stop).status, 401);
}

TEST(A_preference, is_kept_and_leads_back_to_the_page_it_came_from) {
    DemoTown laval;
    HttpClient browser = laval.signed_in("elue");
    EXPECT_EQ(submit(browser, "/laval/profile", "/laval/preferences",
                     {{"language", "en"}, {"back", "/laval/search"}})
                  .path,
              "/laval/search");
    EXPECT_THAT(browser.get("/laval/profile").body, HasSubstr("My profile"));
    EXPECT_EQ(submit(browser, "/laval/profile", "/laval/preferences",
                     {{"language", "xx"}, {"back", "//elsewhere.example/"}})
                  .path,
              "/laval/key-figures");
    EXPECT_THAT(browser.get("/laval/profile.json").body, HasSubstr("\"language\":\"en\""));
}

TEST(The_first_steps, are_put_away_by_each_account_and_brought_back_from_its_profile) {
    DemoTown laval;
    HttpClient browser = laval.signed_in("coordination");
    EXPECT_THAT(browser.get("/laval").body, HasSubstr("first-steps"));
    const test::HttpAnswer away =
        submit(browser, "/laval", "/laval/preferences", {{"first_steps", "away"}, {"back", "/laval"}});
    EXPECT_EQ(away.path, "/laval");
    EXPECT_THAT(away.body, Not(HasSubstr("first-steps")));
    // Another choice of the same account leaves it away.
    submit(browser, "/laval/profile", "/laval/preferences", {{"theme", "dark"}, {"back", "/laval"}});
    EXPECT_THAT(browser.get("/laval").body, Not(HasSubstr("first-steps")));

    EXPECT_THAT(browser.get("/laval/profile").body, HasSubstr("name=\"first_steps\""));
    submit(browser, "/laval/profile", "/laval/profile", {{"language", "fr"}, {"first_steps", "1"}});
    EXPECT_THAT(browser.get("/laval").body, HasSubstr("first-steps"));
    // Who has no such list is offered no choice, and keeps what the account was made with.
    HttpClient elected = laval.signed_in("elue");
    EXPECT_THAT(elected.get("/laval/profile").body, Not(HasSubstr("name=\"first_steps\"")));
    submit(elected, "/laval/profile", "/laval/profile", {{"language", "fr"}});
    EXPECT_THAT(elected.get("/laval/profile.json").body, HasSubstr("\"first_steps\":true"));
}

}  // namespace
}  // namespace maillage
