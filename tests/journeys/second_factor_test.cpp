#include "tests/journeys/second_factor.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/demo.hpp"
#include "platform/crypto/totp.hpp"

namespace maillage {
namespace {

using test::DemoTown;
using test::HttpAnswer;
using test::HttpClient;
using test::Redirects;
using test::submit;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

const std::string page = "/laval/profile/second-factor", password(app::demo_password);

TEST(A_second_factor, is_set_up_from_the_profile_and_asked_for_at_the_next_sign_in) {
    DemoTown laval;
    HttpClient browser = laval.signed_in("elue"), other = laval.signed_in("elue");
    EXPECT_THAT(browser.get("/laval/profile").body, HasSubstr("href=\"" + page + "\""));
    const HttpAnswer shown = submit(browser, page, page, {{"password", password}});
    EXPECT_THAT(shown.body, AllOf(HasSubstr("<svg class=\"qr\""), HasSubstr("<code class=\"secret\">")));
    test::Authenticator application(laval, shown.body);

    const HttpAnswer wrong = test::send_form(browser, shown, page + "/confirmation",
                                             {{"one_time_password", application.code(-2)}});
    EXPECT_EQ(wrong.status, 422);
    EXPECT_THAT(wrong.body, AllOf(HasSubstr("role=\"alert\""), HasSubstr("<svg class=\"qr\"")));
    const std::string before = browser.cookie("__Host-s");
    const HttpAnswer codes = test::send_form(browser, wrong, page + "/confirmation",
                                             {{"one_time_password", application.code(-1)}});
    EXPECT_EQ(codes.status, 200);
    EXPECT_EQ(test::recovery_codes(codes.body).size(), 10U);
    EXPECT_NE(browser.cookie("__Host-s"), before);
    EXPECT_EQ(browser.get("/laval/profile").status, 200);
    EXPECT_EQ(other.get("/laval/profile", Redirects::stop).status, 303);
    EXPECT_THAT(browser.get("/laval/profile.json").body, HasSubstr("\"second_factor\":true"));

    HttpClient tomorrow = laval.visitor();
    const HttpAnswer step = test::give_password(tomorrow, "elue", "/laval/actions");
    EXPECT_EQ(step.header("location"), "/sign-in/code?next=%2Flaval%2Factions");
    EXPECT_EQ(tomorrow.cookie("__Host-s"), "");
    EXPECT_EQ(tomorrow.get("/laval/actions", Redirects::stop).status, 303);
    const HttpAnswer form = tomorrow.get(step.header("location"));
    EXPECT_THAT(form.body, HasSubstr("autocomplete=\"one-time-code\""));
    const HttpAnswer entered =
        tomorrow.post("/sign-in/code",
                      {{"next", test::hidden(form.body, "next")}, {"one_time_password", application.code(0)}},
                      Redirects::stop);
    EXPECT_EQ(entered.header("location"), "/laval/actions");
    EXPECT_EQ(tomorrow.get("/laval/actions").status, 200);
}

TEST(A_recovery_code, stands_in_once_for_a_lost_telephone_and_new_ones_come_with_password_and_code) {
    DemoTown laval;
    HttpClient browser = laval.signed_in("elue");
    const auto set = test::set_up_second_factor(laval, browser);
    HttpClient abroad = laval.visitor();
    test::give_password(abroad, "elue", "/");
    EXPECT_EQ(test::give_code(abroad, set.codes.at(0)).status, 303);
    EXPECT_EQ(abroad.get("/laval/profile").status, 200);
    HttpClient again = laval.visitor();
    test::give_password(again, "elue", "/");
    EXPECT_EQ(test::give_code(again, set.codes.at(0)).status, 422);

    EXPECT_EQ(submit(abroad, page, page + "/codes", {{"password", password}, {"one_time_password", "000000"}})
                  .status,
              422);
    EXPECT_EQ(
        submit(abroad, page, page + "/codes", {{"password", "wrong"}, {"one_time_password", set.codes.at(1)}})
            .status,
        422);
    const HttpAnswer fresh = submit(abroad, page, page + "/codes",
                                    {{"password", password}, {"one_time_password", set.codes.at(1)}});
    EXPECT_EQ(test::recovery_codes(fresh.body).size(), 10U);
    EXPECT_EQ(test::give_code(again, set.codes.at(2)).status, 422);
    EXPECT_EQ(test::give_code(again, test::recovery_codes(fresh.body).at(0)).status, 303);
}

TEST(A_second_factor, is_removed_by_its_person_with_password_and_code) {
    DemoTown laval;
    HttpClient browser = laval.signed_in("elue");
    const auto set = test::set_up_second_factor(laval, browser);
    const HttpAnswer done = submit(browser, page, page + "/removal",
                                   {{"password", password}, {"one_time_password", set.codes.at(0)}});
    EXPECT_EQ(done.path, page + "?done=removed");
    HttpClient next = laval.visitor();
    EXPECT_EQ(test::give_password(next, "elue", "/laval").header("location"), "/laval");
}

TEST(A_lost_second_factor, is_taken_away_by_who_manages_accounts_and_a_third_person_confirms) {
    DemoTown laval;
    HttpClient elected = laval.signed_in("elue");
    test::set_up_second_factor(laval, elected);
    HttpClient coordinator = laval.signed_in("coordination"),
               administrator = laval.signed_in("administration");
    const std::string list = coordinator.get("/laval/accounts.json?q=elue").body;
    EXPECT_THAT(list, HasSubstr("\"second_factor\":true"));
    const std::size_t id = list.find("\"id\":\"") + 6;
    const std::string account = "/laval/accounts/" + list.substr(id, list.find('"', id) - id);
    const HttpAnswer done = submit(administrator, account, account + "/second-factor/removal", {});
    EXPECT_EQ(done.path, account + "?done=factor");
    EXPECT_THAT(done.body, Not(HasSubstr("/second-factor/removal")));
    EXPECT_EQ(elected.get("/laval/actions").status, 404);
    HttpClient again = laval.signed_in("elue");
    EXPECT_EQ(again.get("/laval/actions").status, 404);
    const std::string mandate = test::hidden(coordinator.get(account).body, "mandate");
    EXPECT_EQ(
        submit(administrator, account, account + "/mandates/confirmation", {{"mandate", mandate}}).status,
        404);
    EXPECT_EQ(submit(coordinator, account, account + "/mandates/confirmation", {{"mandate", mandate}}).status,
              200);
    EXPECT_EQ(again.get("/laval/actions").status, 200);
    EXPECT_THAT(
        laval.signed_in("dpo").get("/laval/journal.json?act=identity.second_factor").body,
        AllOf(HasSubstr("identity.second_factor.set"), HasSubstr("identity.second_factor.take_away")));
}

}  // namespace
}  // namespace maillage
