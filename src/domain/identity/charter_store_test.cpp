#include "domain/identity/charter_store.hpp"

#include "domain/identity/account_actor.hpp"
#include "tests/support/identity_town.hpp"

namespace maillage::identity {
namespace {

class A_charter_of_the_council : public IdentityTown {
 protected:
    A_charter_of_the_council() { actor_.today = day("2026-11-24"); }

    template <class Work>
    auto in_council(Work&& work) {
        return database_.pool().transaction(actor_.context(), std::forward<Work>(work));
    }
    void publish(std::string_view from, std::int64_t after) {
        const auto version = in_council([&](db::Tx& tx) {
            return publish_charter(
                tx, actor_, {.title = "Charte", .body = "Texte", .from = day(from), .after = after}, now_);
        });
        ASSERT_EQ(version, after + 1);
    }
    bool sign(std::int64_t version) {
        return in_council([&](db::Tx& tx) { return sign_charter(tx, actor_, version, now_); });
    }
    bool withdraw(std::int64_t version) {
        return in_council([&](db::Tx& tx) { return withdraw_signature(tx, actor_, version, now_); });
    }
    // On this day: by the session, by the account of a job, by the page, by the rule in C++. All alike.
    bool counts_on(std::string_view today) {
        // Of three sessions the oldest is closed: each is younger than the one before.
        now_ = foundation::Instant(day(today).days()) + std::chrono::hours(9) + ++asked_;
        actor_.today = day(today);
        const auto session = find_session(services_, enter(password).value());
        const bool counts = !session.value().actor.roles.empty();
        EXPECT_EQ(session->charter_unsigned, !counts);
        EXPECT_EQ(session->actor.organisation.has_value(), counts);
        const auto of_a_job = actor_of_account(services_, actor_.council, account_);
        EXPECT_EQ(!of_a_job.value().roles.empty(), counts);
        EXPECT_EQ(of_a_job->organisation.has_value(), counts);
        in_council([&](db::Tx& tx) {
            EXPECT_EQ(suspended_by_charter(tx, actor_), !counts);
            EXPECT_EQ(signed_the_charter(versions_of(charters(tx, actor_)), actor_.today), counts);
        });
        return counts;
    }
    std::chrono::minutes asked_{0};

    void sits_for_an_organisation() {
        database_.pool().transaction(test::application(), [&](db::Tx& tx) {
            grant_mandate(tx, actor_.council, account_,
                          {.role = Role::mediator, .organisation = 8, .from = day("2026-01-01")}, now_);
        });
    }
};

TEST_F(A_charter_of_the_council, takes_and_gives_the_rights_of_sessions_and_jobs_alike) {
    sits_for_an_organisation();
    EXPECT_TRUE(counts_on("2026-11-24")) << "nothing is in force";
    publish("2026-12-01", 0);
    EXPECT_TRUE(counts_on("2026-11-30"));
    EXPECT_TRUE(counts_on("2026-12-01")) << "its author signs by publishing";
    EXPECT_TRUE(withdraw(1));
    EXPECT_FALSE(withdraw(1)) << "once";
    EXPECT_FALSE(counts_on("2026-12-01"));
    EXPECT_TRUE(sign(1));
    EXPECT_FALSE(sign(1)) << "once";
    EXPECT_TRUE(counts_on("2026-12-01"));
    publish("2026-12-10", 1);
    EXPECT_TRUE(withdraw(2));
    EXPECT_TRUE(counts_on("2026-12-09"));
    EXPECT_FALSE(counts_on("2026-12-10")) << "the signature of the first version does not do for the second";
    EXPECT_TRUE(sign(2));
    EXPECT_TRUE(counts_on("2026-12-10"));
}

TEST_F(A_charter_of_the_council, is_not_published_over_a_version_that_its_author_has_not_read) {
    publish("2026-12-01", 0);
    const auto again = in_council([&](db::Tx& tx) {
        return publish_charter(tx, actor_, {.title = "C", .body = "T", .from = day("2026-12-01"), .after = 0},
                               now_);
    });
    EXPECT_FALSE(again);
}

TEST_F(A_charter_of_the_council, suspends_nobody_who_has_no_mandate) {
    publish("2026-11-24", 0);
    EXPECT_TRUE(withdraw(1));
    in_council([&](db::Tx& tx) { EXPECT_TRUE(suspended_by_charter(tx, actor_)); });
    database_.pool().transaction(test::application(), [&](db::Tx& tx) {
        const std::string account = public_id_of(tx, actor_.council, account_);
        const std::string mandate = find_account(tx, actor_, account)->mandates.at(0).id;
        ASSERT_TRUE(end_mandate(tx, actor_.council, account_, mandate, actor_.today));
    });
    in_council([&](db::Tx& tx) { EXPECT_FALSE(suspended_by_charter(tx, actor_)); });
    EXPECT_FALSE(find_session(services_, enter(password).value())->charter_unsigned);
}

TEST_F(A_charter_of_the_council, lists_who_has_signed_and_first_who_has_not) {
    const auto colleague = database_.pool().transaction(test::application(), [&](db::Tx& tx) {
        const AccountId made =
            create_account(tx, actor_.council, {.email = "d@laval.example", .display_name = "D"}).value();
        grant_mandate(tx, actor_.council, made, {.role = Role::elected, .from = day("2026-01-01")}, now_);
        return made;
    });
    publish("2026-11-24", 0);
    publish("2026-12-01", 1);
    const auto listed = [&] {
        return in_council([&](db::Tx& tx) { return signatories(tx, actor_, charters(tx, actor_), 1); });
    };
    Signatories found = listed();
    ASSERT_EQ(found.rows.size(), 2);
    EXPECT_EQ(found.rows[0].name, "D");
    EXPECT_FALSE(found.rows[0].signed_at);
    EXPECT_TRUE(found.rows[1].signed_at);
    EXPECT_TRUE(found.rows[1].signed_early_at);
    EXPECT_EQ(found.total, 2);
    EXPECT_EQ(found.have_signed, 1);
    Actor self{.account = colleague, .council = actor_.council};
    database_.pool().transaction(self.context(),
                                 [&](db::Tx& tx) { EXPECT_TRUE(sign_charter(tx, self, 1, now_)); });
    found = listed();
    EXPECT_EQ(found.have_signed, 2);
    EXPECT_EQ(found.have_signed_early, 1);
    EXPECT_TRUE(in_council([&](db::Tx& tx) { return signatories(tx, self, {}, 1); }).rows.empty())
        << "for who manages accounts alone";
}

}  // namespace
}  // namespace maillage::identity
