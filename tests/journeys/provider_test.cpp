#include "tests/journeys/provider.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/demo.hpp"
#include "tests/journeys/second_factor.hpp"

namespace maillage {
namespace {

using test::HttpAnswer;
using test::HttpClient;
using test::Redirects;
using test::submit;
using test::TownWithProvider;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

const std::string page = "/laval/profile/provider", password(app::demo_password);

TEST(An_account, is_linked_from_the_profile_and_signs_in_by_the_provider) {
    TownWithProvider town;
    HttpClient browser = town.signed_in("elue");
    EXPECT_THAT(browser.get("/laval/profile").body, HasSubstr("href=\"" + page + "\""));
    EXPECT_THAT(browser.get(page).body, HasSubstr("Relier mon compte à ProConnect"));
    EXPECT_EQ(submit(browser, page, page, {{"password", password}}).header("refresh"),
              "0; url=/sign-in/provider?go_on=1");
    const HttpAnswer back = test::visit(town, browser, "elue-1", "/sign-in/provider?go_on=1");
    EXPECT_EQ(back.header("refresh"), "0; url=" + page + "?done=linked");
    EXPECT_THAT(browser.get(page + "?done=linked").body, HasSubstr("Votre compte est relié."));

    HttpClient tomorrow = town.visitor();
    EXPECT_THAT(tomorrow.get("/sign-in?next=/laval/actions").body,
                AllOf(HasSubstr("href=\"/sign-in/provider?next=%2Flaval%2Factions\""),
                      HasSubstr("Se connecter avec ProConnect")));
    const HttpAnswer in = test::visit(town, tomorrow, "elue-1", "/sign-in/provider?next=/laval/actions");
    EXPECT_EQ(in.status, 200);
    EXPECT_EQ(in.header("refresh"), "0; url=/laval/actions");
    EXPECT_EQ(tomorrow.get("/laval/actions", Redirects::stop).status, 200);
    EXPECT_THAT(town.signed_in("dpo").get("/laval/journal.json?act=identity.provider").body,
                HasSubstr("identity.provider.link"));
}

TEST(An_account, opened_with_a_code_and_the_provider_needs_no_password) {
    TownWithProvider town;
    HttpClient person = town.visitor();
    EXPECT_THAT(person.get("/invitation").body, HasSubstr("formaction=\"/invitation/provider\""));
    const HttpAnswer ready =
        person.post("/invitation/provider", {{"code", test::opening_code(town, "elue")}}, Redirects::stop);
    ASSERT_EQ(ready.header("location"), "/invitation?begun=1");
    EXPECT_THAT(person.get("/invitation?begun=1").body, HasSubstr("href=\"/sign-in/provider?go_on=1\""));
    EXPECT_EQ(test::visit(town, person, "elue-1", "/sign-in/provider?go_on=1").header("refresh"),
              "0; url=/sign-in?opened=provider");
    EXPECT_THAT(person.get("/sign-in?opened=provider").body, HasSubstr("connectez-vous avec ProConnect."));
    test::visit(town, person, "elue-1");
    const HttpAnswer profile = person.get("/laval/profile.json");
    EXPECT_THAT(profile.body, HasSubstr("elue@laval.example"));
    EXPECT_THAT(person.get(page).body, HasSubstr("Votre compte n’a pas de mot de passe."));
    EXPECT_EQ(town.visitor()
                  .post("/sign-in", {{"email", "elue@laval.example"}, {"password", password}, {"next", "/"}},
                        Redirects::stop)
                  .status,
              422);
}

TEST(An_account, is_unlinked_with_its_password) {
    TownWithProvider town;
    HttpClient browser = town.signed_in("elue");
    test::link_account(town, browser, "elue-1");
    EXPECT_EQ(submit(browser, page, page + "/removal", {{"password", "a wrong password"}}).status, 422);
    EXPECT_THAT(submit(browser, page, page + "/removal", {{"password", password}}).body,
                HasSubstr("Votre compte n’est plus relié."));
    HttpClient again = town.visitor();
    EXPECT_EQ(test::visit(town, again, "elue-1").status, 403);
}

TEST(A_provider_that_asked_for_one_factor, has_ours_asked_for) {
    TownWithProvider town;
    HttpClient browser = town.signed_in("elue");
    test::link_account(town, browser, "elue-1");
    const test::SetUp factor = test::set_up_second_factor(town, browser);
    town.there.id_token["acr"] = R"("eidas1")";
    HttpClient tomorrow = town.visitor();
    const HttpAnswer in = test::visit(town, tomorrow, "elue-1", "/sign-in/provider?next=/laval/actions");
    EXPECT_EQ(in.header("refresh"), "0; url=/sign-in/code?next=%2Flaval%2Factions");
    EXPECT_EQ(tomorrow.cookie("__Host-s"), "");
    EXPECT_EQ(tomorrow.get("/laval/actions", Redirects::stop).status, 303);
    EXPECT_EQ(test::give_code(tomorrow, factor.codes.front()).status, 303);
    EXPECT_EQ(tomorrow.get("/laval/actions", Redirects::stop).status, 200);
}

TEST(A_provider_that_asked_for_two_factors, is_enough) {
    TownWithProvider town;
    HttpClient browser = town.signed_in("elue");
    test::link_account(town, browser, "elue-1");
    test::set_up_second_factor(town, browser);
    HttpClient tomorrow = town.visitor();
    EXPECT_EQ(test::visit(town, tomorrow, "elue-1").header("refresh"), "0; url=/");
    EXPECT_EQ(tomorrow.get("/laval/actions", Redirects::stop).status, 200);
}

TEST(Signing_out, ends_the_session_at_the_provider_too) {
    TownWithProvider town;
    HttpClient browser = town.signed_in("elue");
    test::link_account(town, browser, "elue-1");
    HttpClient tomorrow = town.visitor();
    test::visit(town, tomorrow, "elue-1");
    const HttpAnswer out = tomorrow.post("/sign-out", {});
    EXPECT_THAT(out.header("refresh"),
                AllOf(HasSubstr("https://auth.example.test/api/session/end?id_token_hint=eyJ"),
                      HasSubstr("&post_logout_redirect_uri=https%3A%2F%2Fmaillage.example.test%2Fsign-in")));
    EXPECT_EQ(out.header("clear-site-data"), "\"cache\", \"storage\"");
    EXPECT_EQ(tomorrow.get("/laval/actions", Redirects::stop).status, 303);
    // The session that the password opened ends here alone.
    EXPECT_EQ(browser.post("/sign-out", {}, Redirects::stop).header("location"), "/sign-in");
}

TEST(A_town_without_a_provider, has_neither_its_button_nor_its_addresses) {
    test::DemoTown town;
    HttpClient browser = town.signed_in("elue");
    EXPECT_THAT(town.visitor().get("/sign-in").body, Not(HasSubstr("/sign-in/provider")));
    EXPECT_THAT(town.visitor().get("/invitation").body, Not(HasSubstr("/invitation/provider")));
    EXPECT_THAT(browser.get("/laval/profile").body, Not(HasSubstr(page)));
    for (const std::string path : {"/sign-in/provider", "/sign-in/provider/back?code=a&state=b"})
        EXPECT_EQ(town.visitor().get(path, Redirects::stop).status, 404) << path;
    EXPECT_EQ(browser.get(page).status, 404);
    EXPECT_EQ(town.visitor().post("/invitation/provider", {{"code", "a"}}).status, 404);
}

}  // namespace
}  // namespace maillage
