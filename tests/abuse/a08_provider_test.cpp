#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/demo.hpp"
#include "platform/db/connection.hpp"
#include "tests/abuse/row_checks.hpp"
#include "tests/journeys/provider.hpp"

// A8: who comes back from the identity provider with what is not theirs (R36). What the provider's answers
// must hold is in src/platform/oidc/provider_test.cpp; here, what the browser brings.
namespace maillage {
namespace {

using test::HttpAnswer;
using test::HttpClient;
using test::OidcProvider;
using test::Redirects;
using test::submit;
using test::TownWithProvider;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

const std::string page = "/laval/profile/provider", password(app::demo_password);

struct Who_comes_back_from_the_provider : testing::Test {
    TownWithProvider town;
    HttpClient browser = town.visitor();

    Who_comes_back_from_the_provider() {
        HttpClient owner = town.signed_in("elue");
        test::link_account(town, owner, "elue-1");
        town.there.subject = "elue-1";
        town.there.asked.clear();
    }
    HttpAnswer get(HttpClient& by, const std::string& path) { return by.get(path, Redirects::stop); }
    void expect_nobody(const HttpAnswer& answer, int status) {
        EXPECT_EQ(answer.status, status);
        EXPECT_THAT(answer.header("set-cookie"), Not(HasSubstr("__Host-s=")));
        EXPECT_EQ(answer.header("refresh"), "");
        EXPECT_EQ(get(browser, "/laval/actions").status, 303);
    }
};

TEST_F(Who_comes_back_from_the_provider, without_having_left_signs_nobody_in) {
    HttpClient other = town.visitor();
    const std::string back = town.there.way_back_of(test::leave(other));
    // Somebody who is sent here with the code of another account would work in it unknowingly.
    expect_nobody(get(browser, back), 400);
    EXPECT_EQ(town.there.times_asked("/token"), 0U);
}
TEST_F(Who_comes_back_from_the_provider, with_the_state_of_another_visit_signs_nobody_in) {
    HttpClient other = town.visitor();
    const std::string back = town.there.way_back_of(test::leave(other));
    test::leave(browser);
    expect_nobody(get(browser, back), 400);
    EXPECT_EQ(town.there.times_asked("/token"), 0U);
}
TEST_F(Who_comes_back_from_the_provider, is_not_stopped_by_who_sends_them_a_made_up_answer) {
    const std::string back = town.there.way_back_of(test::leave(browser));
    expect_nobody(get(browser, "/sign-in/provider/back?code=x&state=x"), 400);
    EXPECT_EQ(get(browser, back).status, 200);
}
TEST_F(Who_comes_back_from_the_provider, without_a_state_signs_nobody_in) {
    const std::string code = town.there.sign_in(test::leave(browser));
    expect_nobody(get(browser, "/sign-in/provider/back?code=" + code), 400);
}
TEST_F(Who_comes_back_from_the_provider, with_two_states_or_two_codes_signs_nobody_in) {
    const std::string back = town.there.way_back_of(test::leave(browser));
    for (const std::string more : {"&state=x", "&code=x", "&iss=x"})
        expect_nobody(get(browser, back + more), 400);
    EXPECT_EQ(town.there.times_asked("/token"), 0U);
}
TEST_F(Who_comes_back_from_the_provider, twice_is_signed_in_once) {
    const std::string back = town.there.way_back_of(test::leave(browser));
    const std::string visit = browser.cookie("__Host-i");
    EXPECT_EQ(get(browser, back).status, 200);
    EXPECT_THAT(browser.cookie("__Host-i"), Not(visit));
    HttpClient copy = town.visitor();
    copy.set_cookie("__Host-i", visit);
    EXPECT_EQ(get(copy, back).status, 400);
    EXPECT_EQ(town.there.times_asked("/token"), 1U);
}
TEST_F(Who_comes_back_from_the_provider, ten_minutes_later_begins_again) {
    const std::string back = town.there.way_back_of(test::leave(browser));
    const foundation::Instant later = town.services().clock() + std::chrono::minutes(10);
    town.services().clock = [later] { return later; };
    expect_nobody(get(browser, back), 400);
}
TEST_F(Who_comes_back_from_the_provider, with_a_visit_of_their_own_making_signs_nobody_in) {
    const std::string back = town.there.way_back_of(test::leave(browser));
    std::string visit = browser.cookie("__Host-i");
    visit[visit.size() / 2] = visit[visit.size() / 2] == 'A' ? 'B' : 'A';
    for (const std::string& forged : {visit, std::string("e30"), std::string(2000, 'A')}) {
        browser.set_cookie("__Host-i", forged);
        expect_nobody(get(browser, back), 400);
    }
}
TEST_F(Who_comes_back_from_the_provider, by_another_provider_never_gives_it_our_code) {
    const std::string address = test::leave(browser);
    const std::string state = address.substr(address.find("&state=") + 7, 43);
    expect_nobody(get(browser, "/sign-in/provider/back?code=" + town.there.sign_in(address) +
                                   "&state=" + state + "&iss=https%3A%2F%2Fevil.example"),
                  400);
    EXPECT_EQ(town.there.times_asked("/token"), 0U);
}
TEST_F(Who_comes_back_from_the_provider, with_a_refusal_reads_what_to_do) {
    const std::string address = test::leave(browser);
    const std::string state = address.substr(address.find("&state=") + 7, 43);
    const HttpAnswer answer = get(browser,
                                  "/sign-in/provider/back?error=access_denied&error_description=%3Cb%3E"
                                  "&state=" +
                                      state);
    expect_nobody(answer, 403);
    EXPECT_THAT(answer.body, AllOf(HasSubstr("ProConnect ne vous a pas connecté"), Not(HasSubstr("<b>"))));
}
TEST_F(Who_comes_back_from_the_provider, with_an_answer_that_proves_nothing_reads_so_in_their_language) {
    using Signing = OidcProvider::Signing;
    for (const Signing signing :
         {Signing::none, Signing::shared_secret, Signing::other_key, Signing::unknown_key}) {
        town.there.id_signing = signing;
        const HttpAnswer answer = test::visit(town, browser, "elue-1");
        expect_nobody(answer, 400);
        EXPECT_THAT(answer.body, HasSubstr("La réponse de ProConnect n’est pas acceptée"));
    }
    browser.set_header("accept-language", "en");
    EXPECT_THAT(test::visit(town, browser, "elue-1").body,
                HasSubstr("The answer of ProConnect is not accepted"));
    platform::db::Connection admin(town.database().connection("maillage_admin"));
    admin.command("begin");
    EXPECT_EQ(test::asked(admin,
                          "select string_agg(distinct detail::text || object, ' ') from audit.entry "
                          "where act = 'identity.provider.refuse'"),
              R"({"why": "algorithm"}0 {"why": "signature"}0 {"why": "unknown_key"}0)");
}
TEST_F(Who_comes_back_from_the_provider, while_it_is_away_may_try_again) {
    const std::string back = town.there.way_back_of(test::leave(browser));
    town.there.instead["/token"] = {.status = 502, .type = {}, .body = {}};
    const HttpAnswer answer = get(browser, back);
    expect_nobody(answer, 503);
    EXPECT_EQ(answer.header("retry-after"), "30");
}
TEST_F(Who_comes_back_from_the_provider, unknown_here_is_told_what_a_former_member_is_told) {
    const HttpAnswer unknown = test::visit(town, browser, "a-stranger");
    expect_nobody(unknown, 403);
    platform::db::Connection admin(town.database().connection("maillage_admin"));
    admin.command("update identity.account set disabled_at = now() where email = 'elue@laval.example'");
    const HttpAnswer former = test::visit(town, browser, "elue-1");
    expect_nobody(former, 403);
    EXPECT_EQ(unknown.body, former.body);
}
TEST_F(Who_comes_back_from_the_provider, with_the_mail_address_of_an_account_is_not_its_person) {
    town.there.id_token["email"] = town.there.userinfo["email"] = R"("coordination@laval.example")";
    town.there.id_token["email_verified"] = town.there.userinfo["email_verified"] = "true";
    expect_nobody(test::visit(town, browser, "a-stranger"), 403);
}
TEST_F(Who_comes_back_from_the_provider, has_left_with_a_cookie_that_scripts_and_forms_of_others_do_not_get) {
    const HttpAnswer left = get(browser, "/sign-in/provider?next=https://evil.example");
    EXPECT_THAT(left.header("set-cookie"),
                AllOf(HasSubstr("__Host-i="), HasSubstr("HttpOnly"), HasSubstr("Secure"),
                      HasSubstr("SameSite=Lax"), HasSubstr("Max-Age=600")));
    EXPECT_EQ(get(browser, town.there.way_back_of(left.header("location"))).header("refresh"), "0; url=/");
}
TEST_F(Who_comes_back_from_the_provider, has_an_account_whose_personal_key_is_closed) {
    test::visit(town, browser, "elue-1");
    EXPECT_THAT(get(browser, "/laval/profile.json").body, HasSubstr("\"key_open\":false"));
}

TEST(Who_finds_a_session_open, links_nobody_without_the_password) {
    TownWithProvider town;
    HttpClient browser = town.signed_in("elue");
    EXPECT_EQ(submit(browser, page, page, {{"password", "sept girafes lisent"}}).status, 422);
    EXPECT_EQ(test::leave(browser, "/sign-in/provider?go_on=1"), "");
}
TEST(Who_finds_a_visit_prepared, does_not_keep_it_alive_by_leaving_again) {
    TownWithProvider town;
    HttpClient browser = town.signed_in("elue");
    submit(browser, page, page, {{"password", password}});
    const foundation::Instant start = town.services().clock();
    const auto after = [&](std::chrono::minutes passed) {
        town.services().clock = [now = start + passed] { return now; };
    };
    after(std::chrono::minutes(6));
    EXPECT_NE(test::leave(browser, "/sign-in/provider?go_on=1"), "");
    after(std::chrono::minutes(11));
    EXPECT_EQ(test::leave(browser, "/sign-in/provider?go_on=1"), "");
}
TEST(Who_links_an_account, says_anew_to_the_provider_who_they_are) {
    TownWithProvider town;
    HttpClient browser = town.signed_in("elue"), visitor = town.visitor();
    submit(browser, page, page, {{"password", password}});
    // At a desk that two people share, the provider may still know the other one.
    EXPECT_THAT(test::leave(browser, "/sign-in/provider?go_on=1"), HasSubstr("&prompt=login"));
    EXPECT_THAT(test::leave(visitor), Not(HasSubstr("prompt=")));
}
TEST(Who_links_an_account, does_it_in_the_session_that_asked) {
    TownWithProvider town;
    HttpClient browser = town.signed_in("elue");
    submit(browser, page, page, {{"password", password}});
    const std::string back = town.there.way_back_of(test::leave(browser, "/sign-in/provider?go_on=1"));
    browser.post("/sign-out", {});
    EXPECT_EQ(browser.get(back, Redirects::stop).status, 400);
    HttpClient again = town.visitor();
    EXPECT_EQ(test::visit(town, again, town.there.subject).status, 403);
}
TEST(Who_links_an_account, does_not_take_the_person_of_another) {
    TownWithProvider town;
    HttpClient first = town.signed_in("elue"), second = town.signed_in("social");
    test::link_account(town, first, "elue-1");
    EXPECT_EQ(test::link_account(town, second, "elue-1").status, 409);
    HttpClient again = town.visitor();
    test::visit(town, again, "elue-1");
    EXPECT_THAT(again.get("/laval/profile.json").body, HasSubstr("elue@laval.example"));
}
TEST(A_code_that_opens_an_account_anew, ends_what_the_provider_opened) {
    TownWithProvider town;
    HttpClient owner = town.signed_in("elue");
    test::link_account(town, owner, "elue-1");
    HttpClient person = town.visitor();
    person.post("/invitation",
                {{"code", test::opening_code(town, "elue")}, {"new_password", "sept girafes lisent"}});
    EXPECT_EQ(test::visit(town, person, "elue-1").status, 403);
}

}  // namespace
}  // namespace maillage
