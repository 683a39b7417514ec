#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <thread>
#include <vector>

#include "app/demo.hpp"
#include "platform/db/connection.hpp"
#include "tests/abuse/row_checks.hpp"
#include "tests/journeys/provider.hpp"

// A8, T5: an identity provider that was taken over, or who finds a session that it opened.
namespace maillage {
namespace {

using test::HttpAnswer;
using test::HttpClient;
using test::submit;
using test::TownWithProvider;
using testing::HasSubstr;

const std::string page = "/laval/profile/unlock-phrase",
                  password(app::demo_password), phrase = "huit zèbres chantent";

HttpAnswer opened(HttpClient& browser, const std::string& typed) {
    return submit(browser, page, page + "/opening", {{"unlock_password", typed}});
}

TEST(Who_is_let_in_by_the_provider, guesses_phrases_slower_and_slower_and_locks_nobody_out) {
    TownWithProvider town;
    HttpClient browser = town.signed_in("elue");
    submit(browser, page, page, {{"password", password}, {"new_password", phrase}});
    int wrong = 0, slowed = 0;
    for (int i = 0; i < 10; ++i) {
        const int status = opened(browser, "dix chameaux pensent").status;
        wrong += status == 422;
        slowed += status == 429;
    }
    EXPECT_EQ(wrong, 3) << "two for nothing, the third makes the next one wait";
    EXPECT_EQ(slowed, 7);
    // The right one waits as well, so that waiting tells nothing; a minute later it opens.
    EXPECT_EQ(opened(browser, phrase).status, 429);
    const foundation::Instant later = town.services().clock() + std::chrono::minutes(1);
    town.services().clock = [later] { return later; };
    EXPECT_THAT(opened(browser, phrase).body, HasSubstr("Votre clé personnelle est ouverte"));
}

// R34: the queue of the hashes is no way around the throttle.
TEST(Who_is_let_in_by_the_provider, guesses_no_more_phrases_all_at_once) {
    TownWithProvider town;
    HttpClient browser = town.signed_in("elue");
    submit(browser, page, page, {{"password", password}, {"new_password", phrase}});
    const foundation::Instant now = town.services().clock();
    town.services().clock = [now] { return now; };
    const std::string shown = browser.get(page).body;
    std::atomic<int> wrong{0}, told_nothing{0};
    std::vector<std::jthread> senders;
    for (int i = 0; i < 12; ++i)
        senders.emplace_back([&, i, sender = browser]() mutable {
            const int status = sender
                                   .post(page + "/opening",
                                         {{"csrf", test::hidden(shown, "csrf")},
                                          {"key", test::hidden(shown, "key") + std::to_string(i)},
                                          {"unlock_password", "dix chameaux pensent " + std::to_string(i)}},
                                         test::Redirects::stop)
                                   .status;
            wrong += status == 422;
            told_nothing += status == 429 || status == 503;
        });
    senders.clear();
    EXPECT_EQ(wrong, 3) << "as many as one after the other";
    EXPECT_EQ(told_nothing, 9);
}

TEST(Who_finds_a_session_open, chooses_no_phrase_without_the_password_or_the_phrase) {
    TownWithProvider town;
    HttpClient browser = town.signed_in("elue");
    EXPECT_EQ(
        submit(browser, page, page, {{"password", "sept girafes lisent"}, {"new_password", phrase}}).status,
        422);
    platform::db::Connection admin(town.database().connection("maillage_admin"));
    admin.command("begin");
    EXPECT_EQ(test::asked(admin, "select count(*) from identity.unlock_phrase"), "0");
}

TEST(A_guessable_phrase, is_refused_as_a_password_would_be) {
    TownWithProvider town;
    HttpClient browser = town.signed_in("elue");
    for (const std::string weak : {"court", "aaaaaaaaaaaaaaaaaaaa", "laval laval laval laval"})
        EXPECT_EQ(submit(browser, page, page, {{"password", password}, {"new_password", weak}}).status, 422)
            << weak;
}

TEST(A_copy_of_the_database, opens_no_personal_key_with_its_phrases) {
    TownWithProvider town;
    HttpClient browser = town.signed_in("elue");
    submit(browser, page, page, {{"password", password}, {"new_password", phrase}});
    opened(browser, phrase);
    platform::db::Connection admin(town.database().connection("maillage_admin"));
    admin.command("begin");
    EXPECT_EQ(test::asked(admin, "select length(sealed_secret) from identity.unlock_phrase"), "112")
        << "32 bytes sealed twice: by what the phrase computes, and by the installation";
    EXPECT_EQ(
        test::asked(admin, "select count(*) from identity.unlock_phrase where record like 'argon2id$%'"),
        "1");
    EXPECT_EQ(
        test::asked(admin, "select count(*) from identity.submission where body like '%bres%chantent%'"),
        "0");
}

TEST(A_code_that_opens_an_account_anew, ends_the_phrase_with_the_key) {
    TownWithProvider town;
    HttpClient browser = town.signed_in("elue"), ghost = town.visitor();
    submit(browser, page, page, {{"password", password}, {"new_password", phrase}});
    ghost.post("/invitation",
               {{"code", test::opening_code(town, "elue")}, {"new_password", "sept girafes lisent"}});
    platform::db::Connection admin(town.database().connection("maillage_admin"));
    admin.command("begin");
    EXPECT_EQ(test::asked(admin, "select count(*) from identity.unlock_phrase"), "0");
}

}  // namespace
}  // namespace maillage
