#include "platform/mail/deliver.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "platform/jobs/job_store.hpp"
#include "platform/mail/delivery_rules.hpp"
#include "platform/mail/outbox.hpp"
#include "platform/sql.hpp"
#include "tests/support/database.hpp"
#include "tests/support/mail_server.hpp"

namespace maillage::platform::mail {
namespace {

using namespace std::chrono_literals;
using test::MailServer;
using test::member_of;
using test::relay_at;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

const foundation::Instant noon = std::chrono::sys_days(std::chrono::year(2026) / 11 / 30) + 12h;

struct An_outbox : testing::Test {
    test::TestDatabase database{platform::sql::migrations()};
    db::Pool& pool = database.pool();
    foundation::Instant now = noon;

    void queue_for(std::vector<std::int64_t> accounts) {
        pool.transaction(member_of(1, 7), [&](db::Tx& tx) {
            queue(tx,
                  {.council = 1,
                   .kind = "digest",
                   .french = {"Synthèse", "Bonjour.\n"},
                   .english = {"Summary", "Hello.\n"},
                   .stop_path = "/laval/profile/mails",
                   .accounts = std::move(accounts),
                   .asked_by = 7},
                  now);
        });
    }
    DeliveryReport deliver(const Relay& relay) {
        const auto recipient = [](db::Tx&, std::int64_t, std::int64_t account) -> std::optional<Recipient> {
            if (account == 13) return std::nullopt;
            return Recipient{.address = *Address::create("a" + std::to_string(account) + "@laval.example"),
                             .language = account == 8 ? i18n::Language::en : i18n::Language::fr};
        };
        return deliver_due({.database = pool,
                            .relay = relay,
                            .recipient = recipient,
                            .clock = [this] { return now; },
                            .should_stop = [] { return false; }});
    }
    std::vector<Delivery> deliveries() {
        return pool.transaction(member_of(1, 7), [](db::Tx& tx) { return latest_deliveries(tx, 1, 50); });
    }
    Delivery only() {
        const auto all = deliveries();
        EXPECT_EQ(all.size(), 1U);
        return all.front();
    }
};

TEST_F(An_outbox, gives_each_account_the_mail_in_its_language_once) {
    const MailServer server;
    queue_for({7, 8});

    EXPECT_EQ(deliver(relay_at(server.port())).sent, 2);
    EXPECT_EQ(deliver(relay_at(server.port())).sent, 0);

    ASSERT_EQ(server.taken().size(), 2U);
    EXPECT_THAT(server.taken()[0], AllOf(HasSubstr("a7@laval.example"), HasSubstr("Bonjour."),
                                         HasSubstr("<https://maillage.laval.example/laval/profile/mails>")));
    EXPECT_THAT(server.taken()[1],
                AllOf(HasSubstr("a8@laval.example"), HasSubstr("Hello."), Not(HasSubstr("a7@"))));
    for (const Delivery& one : deliveries()) EXPECT_EQ(one.state, DeliveryState::sent);
}

TEST_F(An_outbox, is_woken_by_a_job_of_the_same_transaction) {
    queue_for({7});
    const auto jobs = pool.transaction(
        member_of(1, 7), [&](db::Tx& tx) { return jobs::latest_statuses(tx, {1, 7}, 10, now); });
    ASSERT_EQ(jobs.size(), 1U);
    EXPECT_EQ(jobs.front().kind, deliver_kind);

    try {
        pool.transaction(member_of(1, 7), [&](db::Tx& tx) {
            queue(tx,
                  {.council = 1,
                   .kind = "digest",
                   .french = {"S", "B"},
                   .english = {"S", "B"},
                   .accounts = {9},
                   .asked_by = 7},
                  now);
            throw std::runtime_error("the act fails");
        });
    } catch (const std::runtime_error&) {
    }
    EXPECT_EQ(deliveries().size(), 1U);
}

TEST_F(An_outbox, keeps_a_mail_while_the_server_is_down_and_sends_it_once_it_is_up) {
    const std::int64_t port = test::free_port();
    queue_for({7});

    EXPECT_EQ(deliver(relay_at(port)).later, 1);
    EXPECT_EQ(only().state, DeliveryState::waiting);
    EXPECT_EQ(only().trouble, "unreachable");
    EXPECT_EQ(deliver(relay_at(port)).later, 0) << "it rests before the next attempt";
    now += rest_after(1);
    const MailServer server({.port = port});
    EXPECT_EQ(deliver(relay_at(port)).sent, 1);
    EXPECT_EQ(only().state, DeliveryState::sent);
    EXPECT_EQ(only().attempts, 2);
}

TEST_F(An_outbox, tries_a_busy_server_again_under_the_same_identity_and_gives_up_after_ten_times) {
    const MailServer server({.answers = std::vector<std::string>(most_attempts, "451")});
    queue_for({7});

    for (int attempt = 1; attempt <= most_attempts; ++attempt) {
        EXPECT_EQ(only().state, DeliveryState::waiting);
        deliver(relay_at(server.port()));
        EXPECT_EQ(only().attempts, attempt);
        now += rest_after(attempt);
    }
    EXPECT_EQ(only().state, DeliveryState::given_up);
    EXPECT_EQ(only().code, 451);
    EXPECT_EQ(deliver(relay_at(server.port())).sent, 0);

    // Somebody mended the cause.
    pool.transaction(member_of(1, 7), [&](db::Tx& tx) {
        EXPECT_TRUE(try_again(tx, 1, only().id, 7, now));
        EXPECT_FALSE(try_again(tx, 2, only().id, 7, now));
    });
    EXPECT_EQ(deliver(relay_at(server.port())).sent, 1);
    pool.transaction(member_of(1, 7), [&](db::Tx& tx) {
        EXPECT_FALSE(try_again(tx, 1, only().id, 7, now)) << "a mail that went";
    });
}

TEST_F(An_outbox, sets_a_refused_mail_and_one_without_address_aside_at_once) {
    const MailServer server({.answers = {"550"}});
    queue_for({7, 13, 8});

    const DeliveryReport report = deliver(relay_at(server.port()));

    EXPECT_EQ(report.refused, 2);
    EXPECT_EQ(report.sent, 1);
    const auto all = deliveries();
    EXPECT_EQ(all[2].state, DeliveryState::refused);
    EXPECT_EQ(all[2].code, 550);
    EXPECT_EQ(all[1].state, DeliveryState::no_address);
    EXPECT_EQ(all[0].state, DeliveryState::sent);
}

TEST_F(An_outbox, is_woken_again_while_a_mail_waits_and_no_job_does) {
    queue_for({7});
    const auto wake = [&] {
        pool.transaction(test::application(), [&](db::Tx& tx) { wake_deliveries(tx, now); });
        return pool.transaction(test::application(1), [&](db::Tx& tx) {
            return jobs::latest_statuses(tx, {1, 0}, 10, now).size();
        });
    };
    EXPECT_EQ(wake(), 0U) << "the job of the act waits";
    const auto id = pool.transaction(
        member_of(1, 7), [&](db::Tx& tx) { return jobs::latest_statuses(tx, {1, 7}, 10, now).front().id; });
    pool.transaction(member_of(1, 7), [&](db::Tx& tx) { jobs::cancel(tx, {1, 7}, id, now); });
    EXPECT_EQ(wake(), 1U);
    EXPECT_EQ(wake(), 1U);
}

TEST_F(An_outbox, forgets_what_ended_long_ago) {
    const MailServer server;
    queue_for({7});
    deliver(relay_at(server.port()));
    now += std::chrono::days(91);
    queue_for({8});

    pool.transaction(test::application(),
                     [&](db::Tx& tx) { forget_deliveries(tx, now - std::chrono::days(90)); });

    EXPECT_EQ(only().account, 8);
}

}  // namespace
}  // namespace maillage::platform::mail
