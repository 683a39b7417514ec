#include "domain/identity/account_store.hpp"

#include <gtest/gtest.h>

#include "tests/support/identity_town.hpp"

namespace maillage::identity {
namespace {

class Accounts : public IdentityTown {
 protected:
    template <class Work>
    auto act(Work&& work) {
        return database_.pool().transaction(actor_.context(), std::forward<Work>(work));
    }
};

TEST_F(Accounts, are_found_by_a_part_of_the_name_or_address_without_accents) {
    act([&](db::Tx& tx) {
        EXPECT_TRUE(
            create_account(tx, actor_.council, {.email = "r@laval.example", .display_name = "Réjane"}));
        const AccountPage found = list_accounts(tx, actor_, "rejane", 1);
        ASSERT_EQ(found.rows.size(), 1U);
        EXPECT_EQ(found.total, 1);
        EXPECT_EQ(found.rows[0].email, "r@laval.example");
        EXPECT_EQ(list_accounts(tx, actor_, "%", 1).total, 0);
        EXPECT_EQ(list_accounts(tx, actor_, "", 2).rows.size(), 0U);
    });
}

TEST_F(Accounts, answer_to_their_address_in_their_own_council_alone) {
    act([&](db::Tx& tx) {
        EXPECT_EQ(account_with_email(tx, actor_.council, "c@laval.example"), account_);
        EXPECT_FALSE(account_with_email(tx, actor_.council, "nobody@laval.example"));
        EXPECT_FALSE(
            account_with_email(tx, territory::CouncilId(actor_.council.value + 1), "c@laval.example"));
    });
}

TEST_F(Accounts, open_with_the_new_password_once_it_is_set) {
    const std::string next = platform::crypto::as_text(hasher_.hash("six renards patinent").value().record);
    act([&](db::Tx& tx) {
        EXPECT_TRUE(set_password(tx, actor_.council, account_, next));
        EXPECT_EQ(password_of(tx, actor_)->record, next);
        EXPECT_EQ(set_password(tx, actor_.council, AccountId(99), next).error(), AccountRefusal::not_found);
    });
    EXPECT_TRUE(enter("six renards patinent"));
    EXPECT_FALSE(enter(password));
}

TEST_F(Accounts, end_one_of_their_sessions_or_all_the_others) {
    const std::string first = enter(password).value(), second = enter(password).value();
    actor_.session_id = find_session(services_, second)->actor.session_id;
    const std::string id = find_session(services_, first)->actor.session_id;
    act([&](db::Tx& tx) { end_session(tx, actor_, id); });
    EXPECT_FALSE(find_session(services_, first));

    const std::string third = enter(password).value();
    act([&](db::Tx& tx) { end_other_sessions(tx, actor_); });
    EXPECT_FALSE(find_session(services_, third));
    EXPECT_TRUE(find_session(services_, second));
    sign_out(services_, second);
    EXPECT_FALSE(find_session(services_, second));
}

}  // namespace
}  // namespace maillage::identity
