#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "domain/identity/account_actor.hpp"
#include "domain/identity/kept_form_store.hpp"
#include "domain/identity/roles_of_act.hpp"
#include "domain/identity/submission_store.hpp"
#include "platform/db/errors.hpp"
#include "tests/support/identity_town.hpp"

namespace maillage::identity {
namespace {

class Town : public IdentityTown {
 protected:
    std::string only_mandate(db::Tx& tx) {
        return find_account(tx, actor_, public_id_of(tx, actor_.council, account_))->mandates.at(0).id;
    }
};

TEST_F(Town, opens_a_session_whose_rights_come_from_the_mandates_valid_today) {
    const auto session = find_session(services_, enter(password).value());
    ASSERT_TRUE(session);
    EXPECT_EQ(roles_of(session->actor), std::vector<Role>{Role::coordinator});
    EXPECT_EQ(session->actor.council_slug, "laval");
}

// A seat gives no figures: the organisation of an elected mandate is not the one that somebody fills for.
TEST_F(Town, fills_for_the_organisation_of_a_mandate_that_may_fill) {
    const std::string cookie = enter(password).value();
    const auto organisations = [&] {
        const auto of_session = find_session(services_, cookie);
        const auto of_account = actor_of_account(services_, actor_.council, account_);
        return std::pair(of_session.value().actor.organisation, of_account.value().organisation);
    };
    const auto give = [&](Role role, std::int64_t organisation, std::string_view from) {
        database_.pool().transaction(test::application(), [&](db::Tx& tx) {
            grant_mandate(tx, actor_.council, account_,
                          {.role = role, .organisation = organisation, .from = day(from)}, now_);
        });
    };
    using Both = std::pair<std::optional<std::int64_t>, std::optional<std::int64_t>>;
    give(Role::elected, 7, "2026-01-01");
    EXPECT_EQ(organisations(), Both(std::nullopt, std::nullopt));
    give(Role::prefect, 5, "2026-11-25");
    EXPECT_EQ(organisations(), Both(std::nullopt, std::nullopt)) << "from tomorrow";
    give(Role::mediator, 8, "2026-01-01");
    EXPECT_EQ(organisations(), Both(8, 8));
}

TEST(The_roles_of_an_act, are_those_to_which_the_policy_gives_it) {
    EXPECT_EQ(roles_of_act(Act::edit_governance), std::vector<std::string>{"coordinator"});
    const auto fill = roles_of_act(Act::fill_indicators);
    EXPECT_NE(std::ranges::find(fill, "mediator"), fill.end());
    EXPECT_EQ(std::ranges::find(fill, "elected"), fill.end());
    EXPECT_EQ(std::ranges::find(fill, "administrator"), fill.end());
}

TEST_F(Town, says_when_a_session_ends_unless_a_page_is_asked_and_when_whatever_is_asked) {
    const std::string cookie = enter(password).value();
    const foundation::Instant opened = now_;
    EXPECT_EQ(find_session(services_, cookie)->ends_at, opened + std::chrono::minutes(15));
    // A page within the minute does not count as a new visit.
    now_ += std::chrono::seconds(50);
    EXPECT_EQ(find_session(services_, cookie)->ends_at, opened + std::chrono::minutes(15));
    for (int visit = 0; visit < 47; ++visit) {
        now_ += std::chrono::minutes(10);
        ASSERT_TRUE(find_session(services_, cookie));
    }
    const auto last = find_session(services_, cookie);
    EXPECT_EQ(last->ends_at, opened + std::chrono::hours(8));
    EXPECT_EQ(last->last_at, last->ends_at);
}

TEST_F(Town, tells_the_person_for_a_quarter_of_an_hour_how_many_attempts_failed_before_theirs) {
    for (int failed = 0; failed < 5; ++failed) {
        EXPECT_EQ(enter("not the password").error(), SignInRefusal::wrong);
        now_ += std::chrono::minutes(1);
    }
    const std::string cookie = enter(password).value();
    EXPECT_EQ(find_session(services_, cookie)->failures, 5);
    now_ += std::chrono::minutes(10);
    EXPECT_EQ(find_session(services_, cookie)->failures, 5);
    now_ += std::chrono::minutes(6);
    EXPECT_EQ(find_session(services_, cookie)->failures, 0);
    EXPECT_EQ(find_session(services_, enter(password).value())->failures, 0);
}

TEST_F(Town, takes_the_right_away_with_the_next_request_when_a_mandate_ends) {
    const std::string cookie = enter(password).value();
    database_.pool().transaction(test::application(), [&](db::Tx& tx) {
        EXPECT_TRUE(end_mandate(tx, actor_.council, account_, only_mandate(tx), day("2026-11-24")));
    });
    EXPECT_TRUE(find_session(services_, cookie)->actor.roles.empty());
}

TEST_F(Town, grows_by_invented_accounts_of_every_role_once_and_gives_them_no_password) {
    database_.pool().transaction(test::application(), [&](db::Tx& tx) {
        grow_accounts(tx, actor_.council, 40, day("2026-11-24"));
        grow_accounts(tx, actor_.council, 40, day("2026-11-24"));
    });
    database_.pool().transaction(actor_.context(), [&](db::Tx& tx) {
        EXPECT_EQ(list_accounts(tx, actor_, "", 1).total, 41);
        std::set<Role> held;
        for (const AccountRow& row : list_accounts(tx, actor_, "fictif", 1).rows) {
            EXPECT_TRUE(row.fictional);
            ASSERT_EQ(row.mandates.size(), 1u);
            held.insert(row.mandates[0].role);
        }
        EXPECT_EQ(held.size(), all_roles().size());
    });
    EXPECT_FALSE(sign_in(services_, {.email = "compte-1@laval.example", .password = "", .network = "n"}));
}

TEST_F(Town, takes_away_a_right_on_the_very_day_it_was_given) {
    database_.pool().transaction(test::application(), [&](db::Tx& tx) {
        grant_mandate(tx, actor_.council, account_, {.role = Role::prefect, .from = day("2026-11-24")}, now_);
        const auto given = find_account(tx, actor_, public_id_of(tx, actor_.council, account_))->mandates;
        EXPECT_TRUE(end_mandate(tx, actor_.council, account_, given.back().id, day("2026-11-24")));
    });
    EXPECT_EQ(roles_of(find_session(services_, enter(password).value())->actor),
              std::vector<Role>{Role::coordinator});
}

TEST_F(Town, ends_a_session_that_was_idle_or_grew_old_or_lost_its_account) {
    const std::string idle = enter(password).value();
    now_ += std::chrono::minutes(16);
    EXPECT_FALSE(find_session(services_, idle));

    const std::string old = enter(password).value();
    for (int i = 0; i < 50; ++i) {
        now_ += std::chrono::minutes(10);
        find_session(services_, old);
    }
    EXPECT_FALSE(find_session(services_, old));

    const std::string disabled = enter(password).value();
    database_.pool().transaction(test::application(), [&](db::Tx& tx) {
        EXPECT_TRUE(disable_account(tx, actor_.council, account_, now_));
    });
    EXPECT_FALSE(find_session(services_, disabled));
}

TEST_F(Town, keeps_two_sessions_an_account_and_forgets_the_oldest) {
    const std::string first = enter(password).value();
    now_ += std::chrono::seconds(1);
    const std::string second = enter(password).value();
    now_ += std::chrono::seconds(1);
    const std::string third = enter(password).value();
    EXPECT_FALSE(find_session(services_, first));
    EXPECT_TRUE(find_session(services_, second));
    EXPECT_TRUE(find_session(services_, third));
}

TEST_F(Town, slows_guesses_down_but_locks_nobody_out) {
    for (int i = 0; i < 3; ++i) EXPECT_EQ(enter("not the password at all").error(), SignInRefusal::wrong);
    EXPECT_EQ(enter(password).error(), SignInRefusal::slow_down);
    now_ += std::chrono::seconds(61);
    EXPECT_TRUE(enter(password));
}

TEST_F(Town, answers_an_unknown_address_as_a_wrong_password) {
    EXPECT_EQ(sign_in(services_, {.email = "x@laval.example", .password = password, .network = "n"}).error(),
              SignInRefusal::wrong);
}

TEST_F(Town, runs_a_submission_once_and_gives_its_answer_again) {
    const auto first = begin_submission(services_, actor_, "0123456789abcdef", "form");
    ASSERT_TRUE(std::holds_alternative<Fresh>(first));
    finish_submission(services_, actor_, "0123456789abcdef",
                      {.status = 303, .location = "/laval/actions/PRE-1"});
    const auto again = begin_submission(services_, actor_, "0123456789abcdef", "form");
    ASSERT_TRUE(std::holds_alternative<Replay>(again));
    EXPECT_EQ(std::get<Replay>(again).location, "/laval/actions/PRE-1");
    EXPECT_TRUE(
        std::holds_alternative<OtherForm>(begin_submission(services_, actor_, "0123456789abcdef", "other")));
}

TEST_F(Town, knows_a_committed_act_from_one_that_was_killed_before) {
    const std::string killed = "killed-before-commit", lost = "killed-after-commit";
    ASSERT_TRUE(std::holds_alternative<Fresh>(begin_submission(services_, actor_, killed, "form")));
    const auto fresh = begin_submission(services_, actor_, lost, "form");
    const auto mark = mark_of(actor_, lost, std::get<Fresh>(fresh));
    Actor acting = actor_;
    acting.before_commit = &mark;
    database_.pool().transaction(acting.context(), [&](db::Tx& tx) {
        set_preferences(tx, acting, {.language = "en", .theme = "dark"});
    });
    now_ += std::chrono::seconds(6);
    EXPECT_TRUE(std::holds_alternative<Fresh>(begin_submission(services_, actor_, killed, "form")));
    EXPECT_TRUE(std::holds_alternative<AlreadyDone>(begin_submission(services_, actor_, lost, "form")));
}

TEST_F(Town, refuses_the_commit_of_an_attempt_that_was_taken_over) {
    const auto slow = begin_submission(services_, actor_, "0123456789abcdef", "form");
    now_ += std::chrono::seconds(6);
    ASSERT_TRUE(
        std::holds_alternative<Fresh>(begin_submission(services_, actor_, "0123456789abcdef", "form")));
    const auto mark = mark_of(actor_, "0123456789abcdef", std::get<Fresh>(slow));
    Actor acting = actor_;
    acting.before_commit = &mark;
    EXPECT_THROW(database_.pool().transaction(
                     acting.context(),
                     [&](db::Tx& tx) { set_preferences(tx, acting, {.language = "en", .theme = "dark"}); }),
                 db::Unavailable);
}

TEST_F(Town, keeps_a_form_for_one_reading_without_its_passwords) {
    platform::http::Fields fields;
    fields.add("title", "Café & rencontre");
    fields.add("password", "canary");
    const std::string token = keep_form(services_, {.path = "/laval/actions", .fields = fields});
    const auto form = take_kept_form(services_, token);
    ASSERT_TRUE(form);
    EXPECT_EQ(form->fields.get("title"), "Café & rencontre");
    EXPECT_FALSE(form->fields.find("password"));
    EXPECT_FALSE(take_kept_form(services_, token));
}

TEST_F(Town, purges_what_outlived_its_purpose) {
    enter(password).value();
    now_ += std::chrono::hours(25);
    purge(services_);
    const auto left = database_.pool().transaction(
        test::application(), [&](db::Tx& tx) { return sessions_of(tx, actor_).size(); });
    EXPECT_EQ(left, 0U);
}

}  // namespace
}  // namespace maillage::identity
