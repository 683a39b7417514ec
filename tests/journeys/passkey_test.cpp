#include "tests/journeys/passkey.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/demo.hpp"
#include "tests/journeys/second_factor.hpp"

namespace maillage {
namespace {

using test::DemoTown;
using test::HttpAnswer;
using test::HttpClient;
using test::Pairs;
using test::Redirects;
using test::SoftAuthenticator;
using test::submit;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

const std::string page = "/laval/profile/passkeys", password(app::demo_password);

// The page of the one passkey of the account.
std::string one_of(HttpClient& browser) {
    const std::string list = browser.get(page + ".json").body;
    const std::size_t at = list.find("\"id\":\"") + 6;
    return page + "?passkey=" + list.substr(at, list.find('"', at) - at);
}

TEST(A_passkey, is_added_from_the_profile_and_comes_with_recovery_codes) {
    DemoTown laval;
    HttpClient browser = laval.signed_in("elue"), other = laval.signed_in("elue");
    SoftAuthenticator authenticator;
    EXPECT_THAT(browser.get("/laval/profile").body, HasSubstr("href=\"" + page + "\""));
    const std::string before = browser.cookie("__Host-s");
    EXPECT_EQ(test::add_passkey(browser, authenticator).size(), 10U);
    EXPECT_NE(browser.cookie("__Host-s"), before);
    EXPECT_EQ(other.get("/laval/profile", Redirects::stop).status, 303);
    EXPECT_THAT(browser.get(page).body, HasSubstr("Clé bleue"));
    EXPECT_THAT(browser.get(page + ".json").body,
                AllOf(HasSubstr("\"name\":\"Clé bleue\""), HasSubstr("\"site\":\"localhost\"")));
    EXPECT_THAT(browser.get("/laval/profile.json").body, HasSubstr("\"second_factor\":true"));
    EXPECT_THAT(laval.signed_in("coordination").get("/laval/accounts.json?q=elue").body,
                HasSubstr("\"second_factor\":true"));
}

TEST(A_passkey, stands_in_for_the_code_after_the_password) {
    DemoTown laval;
    HttpClient browser = laval.signed_in("elue");
    SoftAuthenticator authenticator;
    const auto codes = test::add_passkey(browser, authenticator);
    HttpClient tomorrow = laval.visitor();
    const std::string step = test::give_password(tomorrow, "elue", "/laval/profile").header("location");
    EXPECT_EQ(step, "/sign-in/code?next=%2Flaval%2Fprofile");
    const HttpAnswer form = tomorrow.get(step);
    EXPECT_THAT(form.body, AllOf(HasSubstr("data-passkey=\"get\""), HasSubstr("<noscript>")));
    Pairs shown = test::filled_in(authenticator, form, tomorrow);
    shown.emplace_back("next", "/laval/profile");
    EXPECT_EQ(tomorrow.post("/sign-in/code", shown, Redirects::stop).header("location"), "/laval/profile");
    EXPECT_EQ(tomorrow.get("/laval/profile.json").status, 200);

    HttpClient abroad = laval.visitor();
    test::give_password(abroad, "elue", "/");
    EXPECT_EQ(test::give_code(abroad, codes.at(0)).status, 303)
        << "a recovery code stands in for a passkey too";
}

TEST(A_passkey, signs_in_alone_without_address_password_or_code) {
    DemoTown laval;
    HttpClient browser = laval.signed_in("elue"), tomorrow = laval.visitor();
    SoftAuthenticator authenticator;
    test::add_passkey(browser, authenticator);
    EXPECT_THAT(tomorrow.get("/sign-in").body, HasSubstr("/sign-in/passkey?next="));
    const HttpAnswer entered = test::sign_in_with(tomorrow, authenticator);
    EXPECT_EQ(entered.header("location"), "/laval/profile");
    EXPECT_EQ(tomorrow.get("/laval/actions").status, 200);
    EXPECT_THAT(tomorrow.get(page).body, Not(HasSubstr("Jamais encore")));
}

TEST(The_personal_key, is_opened_by_a_passkey_that_computes_a_secret) {
    DemoTown laval;
    HttpClient browser = laval.signed_in("elue"), tomorrow = laval.visitor();
    SoftAuthenticator authenticator;
    const std::string secret(32, 's');
    test::add_passkey(browser, authenticator, secret);
    EXPECT_THAT(browser.get(page + ".json").body, HasSubstr("\"opens_key\":true"));
    test::sign_in_with(tomorrow, authenticator, secret);
    EXPECT_THAT(tomorrow.get("/laval/profile.json").body, HasSubstr("\"key_open\":true"));
    tomorrow.post("/sign-out", {});
    test::sign_in_with(tomorrow, authenticator, std::string(32, 'w'));
    EXPECT_THAT(tomorrow.get("/laval/profile.json").body, HasSubstr("\"key_open\":false"));
}

TEST(The_personal_key, stays_closed_to_another_passkey_until_the_password_opens_it) {
    DemoTown laval;
    HttpClient browser = laval.signed_in("elue"), tomorrow = laval.visitor();
    SoftAuthenticator authenticator;
    test::add_passkey(browser, authenticator);
    EXPECT_THAT(browser.get("/laval/profile.json").body, HasSubstr("\"key_open\":true"));
    test::sign_in_with(tomorrow, authenticator);
    EXPECT_THAT(tomorrow.get("/laval/profile.json").body, HasSubstr("\"key_open\":false"));
    EXPECT_THAT(tomorrow.get("/laval/profile").body, HasSubstr("Votre clé personnelle est fermée"));
    const std::string form = "/laval/profile?open=key", before = tomorrow.cookie("__Host-s");
    EXPECT_EQ(submit(tomorrow, form, "/laval/profile/key", {{"password", "wrong"}}).status, 422);
    EXPECT_EQ(submit(tomorrow, form, "/laval/profile/key", {{"password", password}}).path,
              "/laval/profile?done=key");
    EXPECT_NE(tomorrow.cookie("__Host-s"), before);
    EXPECT_THAT(tomorrow.get("/laval/profile.json").body, HasSubstr("\"key_open\":true"));
}

TEST(The_personal_key, is_learned_by_a_passkey_shown_after_the_password) {
    DemoTown laval;
    HttpClient browser = laval.signed_in("elue"), second = laval.visitor();
    SoftAuthenticator authenticator;
    const std::string secret(32, 's');
    test::add_passkey(browser, authenticator);
    const HttpAnswer form = second.get(test::give_password(second, "elue", "/").header("location"));
    second.post("/sign-in/code", test::filled_in(authenticator, form, second, secret), Redirects::stop);
    second.post("/sign-out", {});
    test::sign_in_with(second, authenticator, secret);
    EXPECT_THAT(second.get("/laval/profile.json").body, HasSubstr("\"key_open\":true"));
}

TEST(The_personal_key, survives_a_password_changed_in_a_session_that_a_passkey_opened) {
    DemoTown laval;
    HttpClient browser = laval.signed_in("elue"), tomorrow = laval.visitor(), later = laval.visitor();
    SoftAuthenticator authenticator;
    const auto codes = test::add_passkey(browser, authenticator);
    const std::string key = browser.get("/laval/profile.json").body;
    test::sign_in_with(tomorrow, authenticator);
    const std::string chosen = "sept girafes lisent";
    EXPECT_EQ(submit(tomorrow, "/laval/profile", "/laval/profile/password",
                     {{"password", password}, {"new_password", chosen}})
                  .path,
              "/laval/profile?done=password");
    later.post("/sign-in", {{"email", "elue@laval.example"}, {"password", chosen}, {"next", "/"}},
               Redirects::stop);
    test::give_code(later, codes.at(0));
    const std::string after = later.get("/laval/profile.json").body;
    EXPECT_THAT(after, HasSubstr("\"key_open\":true"));
    EXPECT_EQ(after.substr(after.find("\"key\"")), key.substr(key.find("\"key\"")));
}

TEST(A_passkey, is_renamed_and_removed_by_its_person) {
    DemoTown laval;
    HttpClient browser = laval.signed_in("elue");
    SoftAuthenticator authenticator;
    const auto codes = test::add_passkey(browser, authenticator);
    const std::string one = one_of(browser), id = one.substr(one.find('=') + 1);
    EXPECT_EQ(submit(browser, one, page + "/name", {{"passkey", id}, {"name", " "}}).status, 422);
    EXPECT_EQ(submit(browser, one, page + "/name", {{"passkey", id}, {"name", "Clé verte"}}).path,
              page + "?done=renamed");
    EXPECT_THAT(browser.get(one).body, HasSubstr("<h1>Clé verte</h1>"));
    EXPECT_EQ(submit(browser, one, page + "/removal", {{"passkey", id}, {"password", password}}).status, 422);
    EXPECT_EQ(submit(browser, one, page + "/removal",
                     {{"passkey", id}, {"password", password}, {"one_time_password", codes.at(0)}})
                  .path,
              page + "?done=removed");
    HttpClient next = laval.visitor(), with_key = laval.visitor();
    EXPECT_EQ(test::give_password(next, "elue", "/laval").header("location"), "/laval");
    EXPECT_EQ(test::sign_in_with(with_key, authenticator).status, 422);
}

TEST(A_passkey, is_shown_before_what_protects_the_account_changes) {
    DemoTown laval;
    HttpClient browser = laval.signed_in("elue");
    SoftAuthenticator first, second;
    test::add_passkey(browser, first);
    EXPECT_EQ(submit(browser, page, page, {{"name", "Deux"}, {"password", password}}).status, 422);
    const HttpAnswer list = browser.get(page);
    Pairs fields = test::filled_in(first, list, browser);
    fields.emplace_back("name", "Deux");
    fields.emplace_back("password", password);
    const HttpAnswer made = test::send_form(browser, list, page, fields);
    Pairs answer = test::filled_in(second, made, browser);
    answer.emplace_back("name", "Deux");
    EXPECT_EQ(test::send_form(browser, made, page + "/registration", answer).path, page + "?done=added");
    EXPECT_THAT(browser.get(page + ".json").body, HasSubstr("\"total\":2"));
}

TEST(An_authenticator_application, is_added_beside_a_passkey_and_removed_without_it) {
    DemoTown laval;
    HttpClient browser = laval.signed_in("elue");
    SoftAuthenticator authenticator;
    const auto codes = test::add_passkey(browser, authenticator);
    const std::string factor = "/laval/profile/second-factor";
    EXPECT_EQ(submit(browser, factor, factor, {{"password", password}}).status, 422);
    const HttpAnswer shown =
        submit(browser, factor, factor, {{"password", password}, {"one_time_password", codes.at(0)}});
    const test::Authenticator application(laval, shown.body);
    const auto fresh = test::recovery_codes(test::send_form(browser, shown, factor + "/confirmation",
                                                            {{"one_time_password", application.code(-1)}})
                                                .body);
    ASSERT_EQ(fresh.size(), 10U);
    EXPECT_EQ(submit(browser, factor, factor + "/removal",
                     {{"password", password}, {"one_time_password", application.code(0)}})
                  .path,
              factor + "?done=removed");
    HttpClient next = laval.visitor();
    test::give_password(next, "elue", "/");
    EXPECT_EQ(test::give_code(next, fresh.at(0)).status, 303)
        << "the recovery codes still stand in for the passkey";
}

TEST(A_lost_passkey, is_taken_away_by_who_manages_accounts) {
    DemoTown laval;
    HttpClient elected = laval.signed_in("elue"), administrator = laval.signed_in("administration"),
               lost = laval.visitor();
    SoftAuthenticator authenticator;
    test::add_passkey(elected, authenticator);
    const std::string list = administrator.get("/laval/accounts.json?q=elue").body;
    const std::size_t id = list.find("\"id\":\"") + 6;
    const std::string account = "/laval/accounts/" + list.substr(id, list.find('"', id) - id);
    EXPECT_EQ(submit(administrator, account, account + "/second-factor/removal", {}).path,
              account + "?done=factor");
    EXPECT_EQ(test::sign_in_with(lost, authenticator).status, 422);
}

}  // namespace
}  // namespace maillage
