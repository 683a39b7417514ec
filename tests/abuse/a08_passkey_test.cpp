#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/demo.hpp"
#include "platform/crypto/bytes.hpp"
#include "tests/abuse/row_checks.hpp"
#include "tests/abuse/town.hpp"
#include "tests/journeys/passkey.hpp"
#include "tests/journeys/second_factor.hpp"

// A8, A21: who has another passkey, a copy of one, an old answer, another site or an open session.
namespace maillage {
namespace {

using test::DemoTown;
using test::HttpAnswer;
using test::HttpClient;
using test::Pairs;
using test::Redirects;
using test::SoftAuthenticator;
using test::submit;
using testing::HasSubstr;
using testing::Not;

const std::string page = "/laval/profile/passkeys", password(app::demo_password);

// The same but for what each page draws anew.
std::string told_alike(const HttpAnswer& answer) {
    std::string body = answer.body;
    const auto without = [&](const std::string& value) {
        if (const std::size_t at = body.find(value); !value.empty() && at != body.npos)
            body.erase(at, value.size());
    };
    without(test::hidden(body, "passkey_ticket"));
    without(test::hidden(body, "key"));
    const std::string mark = "&quot;challenge&quot;:&quot;";
    const std::size_t at = body.find(mark) + mark.size();
    without(body.substr(at, body.find("&quot;", at) - at));
    return std::to_string(answer.status) + body;
}

struct Set {
    DemoTown laval;
    SoftAuthenticator authenticator;
    HttpClient owner = laval.signed_in("elue");
    std::vector<std::string> codes = test::add_passkey(owner, authenticator);
};

HttpAnswer send(HttpClient& browser, Pairs fields) {
    return browser.post("/sign-in/passkey", std::move(fields), Redirects::stop);
}

std::string changed(Pairs& fields, const std::string& name, const std::string& value) {
    for (auto& [field, old] : fields)
        if (field == name) return std::exchange(old, value);
    return {};
}

TEST(Who_shows_an_unknown_passkey, is_told_what_a_wrong_signature_is_told) {
    Set town;
    SoftAuthenticator stranger, forger;
    forger.id = town.authenticator.id;
    forger.user_handle = stranger.user_handle = town.authenticator.user_handle;
    HttpClient one = town.laval.visitor(), two = town.laval.visitor();
    const HttpAnswer unknown = test::sign_in_with(one, stranger), forged = test::sign_in_with(two, forger);
    EXPECT_EQ(unknown.status, 422);
    EXPECT_EQ(told_alike(unknown), told_alike(forged));
    EXPECT_THAT(town.laval.signed_in("dpo").get("/laval/journal.json?act=identity.passkey").body,
                Not(HasSubstr("\"permitted\":false")));
}

TEST(Who_is_disabled_or_says_they_are_somebody_else, is_told_the_same) {
    Set town;
    HttpClient one = town.laval.visitor(), two = town.laval.visitor();
    const std::string handle = std::exchange(town.authenticator.user_handle, std::string(32, 'x'));
    const HttpAnswer other = test::sign_in_with(one, town.authenticator);
    town.authenticator.user_handle = handle;
    platform::db::Connection admin(town.laval.database().connection("maillage_admin"));
    admin.command("update identity.account set disabled_at = now() where email = 'elue@laval.example'");
    const HttpAnswer disabled = test::sign_in_with(two, town.authenticator);
    EXPECT_EQ(disabled.status, 422);
    EXPECT_EQ(told_alike(disabled), told_alike(other));
}

TEST(Who_copied_a_passkey, is_refused_once_the_other_has_been_used_and_the_journal_says_so) {
    Set town;
    SoftAuthenticator copy = town.authenticator;
    HttpClient owner = town.laval.visitor(), thief = town.laval.visitor();
    EXPECT_EQ(test::sign_in_with(owner, town.authenticator).status, 303);
    EXPECT_EQ(test::sign_in_with(thief, copy).status, 422);
    EXPECT_THAT(town.laval.signed_in("dpo").get("/laval/journal.json?act=identity.passkey.copied").body,
                HasSubstr("\"permitted\":false"));
}

TEST(Who_sends_an_answer_again, is_refused) {
    Set town;
    town.authenticator.counts = false;
    town.authenticator.count = 0;
    HttpClient browser = town.laval.visitor();
    const HttpAnswer form = browser.get("/sign-in/passkey");
    const Pairs fields = test::filled_in(town.authenticator, form, browser);
    HttpClient copied = town.laval.visitor();
    copied.set_cookie("__Host-p", browser.cookie("__Host-p"));
    EXPECT_EQ(send(browser, fields).status, 303);
    EXPECT_EQ(send(copied, fields).status, 422);
}

TEST(Who_waits_more_than_five_minutes, begins_again) {
    Set town;
    HttpClient browser = town.laval.visitor();
    const HttpAnswer form = browser.get("/sign-in/passkey");
    const Pairs fields = test::filled_in(town.authenticator, form, browser);
    const auto clock = town.laval.services().clock;
    town.laval.services().clock = [clock] {
        return clock() + std::chrono::minutes(5) + std::chrono::seconds(1);
    };
    EXPECT_EQ(send(browser, fields).status, 422);
}

TEST(Who_passes_the_question_on_to_another_browser, is_refused) {
    Set town;
    HttpClient asked = town.laval.visitor(), other = town.laval.visitor();
    const HttpAnswer form = asked.get("/sign-in/passkey");
    other.get("/sign-in/passkey");
    EXPECT_EQ(send(other, test::filled_in(town.authenticator, form, asked)).status, 422);
}

TEST(Who_makes_up_a_ticket, is_refused) {
    Set town;
    HttpClient browser = town.laval.visitor();
    const HttpAnswer form = browser.get("/sign-in/passkey");
    for (const char* ticket : {"", "0", "-1.", "99999999999.0123456789abcdef0123456789abcdef",
                               "1795507200.0123456789abcdef0123456789abcdef", "1795507200"}) {
        Pairs fields = test::filled_in(town.authenticator, form, browser);
        changed(fields, "passkey_ticket", ticket);
        EXPECT_EQ(send(browser, fields).status, 422) << ticket;
    }
}

TEST(Who_signs_on_another_site_or_is_not_recognised, is_refused) {
    Set town;
    const auto refused = [&](const std::string& origin, const test::Flags& flags) {
        HttpClient browser = town.laval.visitor();
        const HttpAnswer form = browser.get("/sign-in/passkey");
        Pairs fields = test::filled_in(town.authenticator, form, browser);
        test::Asked asked = test::asked_by(form, browser);
        if (!origin.empty()) asked.origin = origin;
        town.authenticator.flags = flags;
        const test::Proved proved = town.authenticator.prove(asked);
        town.authenticator.flags = {};
        changed(fields, "passkey_client", platform::crypto::base64url(proved.client_data));
        changed(fields, "passkey_data", platform::crypto::base64url(proved.authenticator_data));
        changed(fields, "passkey_signature", platform::crypto::base64url(proved.signature));
        return send(browser, fields).status;
    };
    EXPECT_EQ(refused("https://maillage-laval.example", {}), 422);
    EXPECT_EQ(refused("", {.verified = false}), 422);
    EXPECT_EQ(refused("", {.backed_up = true}), 422);
    EXPECT_EQ(refused("", {}), 429) << "after three in a row the right one waits too";
}

TEST(Who_guesses_with_passkeys, is_slowed_down_and_the_owner_is_not_locked_out) {
    Set town;
    SoftAuthenticator forger;
    forger.id = town.authenticator.id;
    forger.user_handle = town.authenticator.user_handle;
    int slowed = 0;
    for (int guess = 0; guess < 6; ++guess) {
        HttpClient browser = town.laval.visitor();
        if (test::sign_in_with(browser, forger).status == 429) ++slowed;
    }
    EXPECT_GE(slowed, 2);
    const auto clock = town.laval.services().clock;
    town.laval.services().clock = [clock] { return clock() + std::chrono::seconds(61); };
    HttpClient owner = town.laval.visitor();
    EXPECT_EQ(test::sign_in_with(owner, town.authenticator).status, 303);
}

TEST(Who_stole_a_password, does_not_pass_with_a_passkey_of_their_own) {
    Set town;
    HttpClient colleague = town.laval.signed_in("prefecture");
    SoftAuthenticator theirs;
    test::add_passkey(colleague, theirs);
    HttpClient thief = town.laval.visitor();
    const HttpAnswer form = thief.get(test::give_password(thief, "elue", "/").header("location"));
    EXPECT_EQ(thief.post("/sign-in/code", test::filled_in(theirs, form, thief), Redirects::stop).status, 422);
    EXPECT_EQ(thief.cookie("__Host-s"), "");
    EXPECT_THAT(town.laval.signed_in("dpo").get("/laval/journal.json?act=identity.passkey.use").body,
                HasSubstr("\"permitted\":false"));
}

TEST(Who_finds_a_session_open, adds_and_removes_no_passkey) {
    Set town;
    EXPECT_EQ(submit(town.owner, page, page, {{"name", "Mienne"}, {"password", password}}).status, 422);
    EXPECT_EQ(submit(town.owner, page, page, {{"name", "Mienne"}, {"password", ""}}).status, 422);
    HttpClient other = town.laval.signed_in("prefecture");
    SoftAuthenticator theirs;
    const HttpAnswer made = submit(other, page, page, {{"name", "x"}, {"password", password}});
    Pairs answer = test::filled_in(theirs, made, other);
    answer.emplace_back("name", "x");
    const HttpAnswer own = town.owner.get(page);
    EXPECT_EQ(test::send_form(town.owner, own, page + "/registration", answer).status, 422)
        << "the question of another session";
}

TEST(Who_has_a_passkey_of_somebody_else, does_not_add_it_to_their_account_nor_touch_the_other) {
    Set town;
    HttpClient other = town.laval.signed_in("prefecture");
    const std::string list = town.owner.get(page + ".json").body;
    const std::size_t at = list.find("\"id\":\"") + 6;
    const std::string id = list.substr(at, list.find('"', at) - at);
    for (const char* act : {"/name", "/removal"})
        EXPECT_EQ(
            submit(other, page, page + act, {{"passkey", id}, {"name", "x"}, {"password", password}}).status,
            404);
    EXPECT_TRUE(test::add_passkey(other, town.authenticator).empty());
    EXPECT_THAT(other.get(page + ".json").body, HasSubstr("\"total\":0"));
}

TEST(A_new_password, leaves_the_passkey_to_be_asked_for) {
    Set town;
    HttpClient administrator = town.laval.signed_in("administration"), ghost = town.laval.visitor();
    const std::string list = administrator.get("/laval/accounts.json?q=elue").body;
    const std::size_t id = list.find("\"id\":\"") + 6;
    const std::string account = "/laval/accounts/" + list.substr(id, list.find('"', id) - id);
    const std::string shown = submit(administrator, account, account + "/invitation", {}).body;
    const std::size_t code = shown.find("<code>") + 6;
    ghost.post("/invitation", {{"code", shown.substr(code, shown.find('<', code) - code)},
                               {"new_password", "sept girafes lisent"}});
    EXPECT_THAT(
        ghost
            .post("/sign-in",
                  {{"email", "elue@laval.example"}, {"password", "sept girafes lisent"}, {"next", "/"}},
                  Redirects::stop)
            .header("location"),
        HasSubstr("/sign-in/code"));
}

TEST(A_former_member, signs_in_with_a_passkey_to_nothing) {
    Set town;
    platform::db::Connection admin(town.laval.database().connection("maillage_admin"));
    admin.command(
        "update identity.mandate set until_day = '2026-11-23' where account_id in "
        "(select id from identity.account where email = 'elue@laval.example')");
    HttpClient browser = town.laval.visitor();
    test::sign_in_with(browser, town.authenticator);
    EXPECT_EQ(browser.get("/laval/actions").status, 404);
}

TEST(A_copy_of_the_database, opens_no_personal_key_with_its_passkeys) {
    DemoTown laval;
    HttpClient browser = laval.signed_in("elue");
    SoftAuthenticator authenticator;
    test::add_passkey(browser, authenticator, std::string(32, 's'));
    platform::db::Connection admin(laval.database().connection("maillage_admin"));
    admin.command("begin");
    EXPECT_EQ(test::asked(admin, "select length(sealed_secret) from identity.passkey"), "112")
        << "32 bytes sealed twice: by what the passkey computes, and by the installation";
    EXPECT_EQ(test::asked(admin, "select count(*) from identity.submission where body like '%c3Nzc3Nz%'"),
              "0");
}

}  // namespace
}  // namespace maillage
