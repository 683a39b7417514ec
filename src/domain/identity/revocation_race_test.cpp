#include <gtest/gtest.h>

#include <atomic>
#include <thread>

#include "tests/support/identity_town.hpp"

// F22: what is taken away while others read.
namespace maillage::identity {
namespace {

class A_right_taken_away : public IdentityTown {
 protected:
    // Several readers ask with the same cookie, one after the other, while `revoke` is done once. A reading
    // that begins after it was committed must be refused: each reader goes on for some of those, then ends.
    void race(const std::string& cookie, const std::function<void(db::Tx&)>& revoke) {
        std::atomic<bool> revoked = false;
        std::atomic<int> permitted_before = 0, permitted_after = 0, refused_after = 0;
        const auto read = [&] {
            for (int after = 0; after < 10;) {
                const bool begins_after = revoked.load();
                const auto session = find_session(services_, cookie);
                const bool permitted = session && may(session->actor, Act::read_strategy);
                if (begins_after)
                    ++after, permitted ? ++permitted_after : ++refused_after;
                else if (permitted)
                    ++permitted_before;
            }
        };
        {
            std::vector<std::jthread> readers;
            for (int i = 0; i < 4; ++i) readers.emplace_back(read);
            while (permitted_before.load() < 20) std::this_thread::yield();
            database_.pool().transaction(test::application(), revoke);
            revoked = true;
        }
        EXPECT_GE(permitted_before.load(), 20);
        EXPECT_EQ(permitted_after.load(), 0);
        EXPECT_EQ(refused_after.load(), 40);
    }
};

TEST_F(A_right_taken_away, with_the_mandate_is_gone_for_every_reading_that_begins_afterwards) {
    const std::string cookie = enter(password).value();
    race(cookie, [&](db::Tx& tx) {
        const auto mandate =
            tx.single(db::Sql{"test.mandate", "select public_id::text from identity.mandate"},
                      [](db::Row& row) { return row.text(); });
        ASSERT_TRUE(end_mandate(tx, actor_.council, account_, mandate, day("2026-11-24")));
    });
}

TEST_F(A_right_taken_away, with_the_session_or_the_account_is_gone_for_every_reading_that_begins_afterwards) {
    std::string cookie = enter(password).value();
    race(cookie, [&](db::Tx& tx) { end_all_sessions(tx, actor_.council, account_); });
    cookie = enter(password).value();
    race(cookie, [&](db::Tx& tx) { ASSERT_TRUE(disable_account(tx, actor_.council, account_, now_)); });
}

}  // namespace
}  // namespace maillage::identity
