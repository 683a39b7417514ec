#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/demo.hpp"
#include "tests/journeys/provider.hpp"
#include "tests/journeys/second_factor.hpp"

namespace maillage {
namespace {

using test::HttpAnswer;
using test::HttpClient;
using test::Redirects;
using test::submit;
using test::TownWithProvider;
using testing::HasSubstr;
using testing::Not;

const std::string page = "/laval/profile/unlock-phrase",
                  password(app::demo_password), phrase = "huit zèbres chantent", other = "neuf lamas dansent";

std::string key_of(HttpClient& browser) {
    const std::string profile = browser.get("/laval/profile.json").body;
    const std::size_t at = profile.find("\"key\":\"") + 7;
    return profile.substr(at, profile.find('"', at) - at);
}
bool key_is_open(HttpClient& browser) {
    return browser.get("/laval/profile.json").body.find("\"key_open\":true") != std::string::npos;
}

// Somebody whose account has a password too, linked, signed in by the provider.
struct A_person_who_signed_in_by_the_provider : testing::Test {
    TownWithProvider town;
    HttpClient before = town.signed_in("elue"), browser = town.visitor();

    void sign_in_by_provider() {
        test::link_account(town, before, "elue-1");
        test::visit(town, browser, "elue-1");
    }
};

TEST_F(A_person_who_signed_in_by_the_provider, opens_their_key_with_the_phrase_they_chose) {
    const std::string key = key_of(before);
    EXPECT_THAT(submit(before, page, page, {{"password", password}, {"new_password", phrase}}).body,
                HasSubstr("Votre phrase est gardée"));
    sign_in_by_provider();
    EXPECT_FALSE(key_is_open(browser));
    EXPECT_THAT(browser.get("/laval/profile").body, HasSubstr("href=\"" + page + "\""));
    const std::string old_token = browser.cookie("__Host-s");
    EXPECT_THAT(submit(browser, page, page + "/opening", {{"unlock_password", phrase}}).body,
                HasSubstr("Votre clé personnelle est ouverte"));
    EXPECT_NE(browser.cookie("__Host-s"), old_token);
    EXPECT_TRUE(key_is_open(browser));
    EXPECT_EQ(key_of(browser), key);
    EXPECT_THAT(town.signed_in("dpo").get("/laval/journal.json?act=identity.key.open").body,
                HasSubstr("identity.key.open"));
}
TEST_F(A_person_who_signed_in_by_the_provider, reads_that_no_phrase_was_chosen) {
    sign_in_by_provider();
    EXPECT_THAT(browser.get(page).body, HasSubstr("Vous n’avez pas encore choisi de phrase."));
    EXPECT_EQ(browser
                  .post(page + "/opening", {{"unlock_password", phrase},
                                            {"csrf", test::hidden(browser.get(page).body, "csrf")},
                                            {"key", "0123456789abcdef0123456789abcdef"}})
                  .status,
              422);
}
TEST_F(A_person_who_signed_in_by_the_provider, changes_the_phrase_and_the_old_one_opens_nothing) {
    submit(before, page, page, {{"password", password}, {"new_password", phrase}});
    submit(before, page, page, {{"password", password}, {"new_password", other}});
    sign_in_by_provider();
    EXPECT_EQ(submit(browser, page, page + "/opening", {{"unlock_password", phrase}}).status, 422);
    submit(browser, page, page + "/opening", {{"unlock_password", other}});
    EXPECT_TRUE(key_is_open(browser));
}
TEST_F(A_person_who_signed_in_by_the_provider, keeps_the_phrase_when_the_password_changes) {
    const std::string key = key_of(before);
    submit(before, page, page, {{"password", password}, {"new_password", phrase}});
    test::link_account(town, before, "elue-1");
    submit(before, "/laval/profile", "/laval/profile/password",
           {{"password", password}, {"new_password", other}});
    test::visit(town, browser, "elue-1");
    submit(browser, page, page + "/opening", {{"unlock_password", phrase}});
    EXPECT_TRUE(key_is_open(browser));
    EXPECT_EQ(key_of(browser), key);
}

TEST(A_person_without_a_password, has_nothing_sealed_until_they_choose_a_phrase) {
    TownWithProvider town;
    HttpClient person = town.visitor();
    person.post("/invitation/provider", {{"code", test::opening_code(town, "elue")}}, Redirects::stop);
    test::visit(town, person, "elue-1", "/sign-in/provider?go_on=1");
    test::visit(town, person, "elue-1");
    EXPECT_THAT(person.get(page).body, HasSubstr("Rien n’est encore scellé pour vous"));
    EXPECT_EQ(submit(person, page, page, {{"new_password", "trop court"}}).status, 422);
    submit(person, page, page, {{"new_password", phrase}});
    const std::string key = key_of(person);
    EXPECT_TRUE(key_is_open(person));
    HttpClient tomorrow = town.visitor();
    test::visit(town, tomorrow, "elue-1");
    EXPECT_FALSE(key_is_open(tomorrow));
    submit(tomorrow, page, page + "/opening", {{"unlock_password", phrase}});
    EXPECT_TRUE(key_is_open(tomorrow));
    EXPECT_EQ(key_of(tomorrow), key);
    // Another phrase is chosen with the one there is.
    EXPECT_EQ(submit(tomorrow, page, page, {{"unlock_password", other}, {"new_password", other}}).status,
              422);
    submit(tomorrow, page, page, {{"unlock_password", phrase}, {"new_password", other}});
    EXPECT_EQ(key_of(tomorrow), key);
}

TEST(A_second_factor, is_asked_for_before_the_phrase_changes) {
    TownWithProvider town;
    HttpClient browser = town.signed_in("elue");
    const test::SetUp factor = test::set_up_second_factor(town, browser);
    EXPECT_EQ(submit(browser, page, page, {{"password", password}, {"new_password", phrase}}).status, 422);
    EXPECT_THAT(
        submit(
            browser, page, page,
            {{"password", password}, {"new_password", phrase}, {"one_time_password", factor.codes.front()}})
            .body,
        HasSubstr("Votre phrase est gardée"));
}

}  // namespace
}  // namespace maillage
