#include "domain/identity/invitation_store.hpp"

#include <gtest/gtest.h>

#include "domain/identity/account_rules.hpp"
#include "tests/support/identity_town.hpp"

namespace maillage::identity {
namespace {

// Robin, whose account the coordinator created, and Alix, a second person with the same authority.
class Invitations : public IdentityTown {
 protected:
    template <class Work>
    auto act(Work&& work) {
        return database_.pool().transaction(actor_.context(), std::forward<Work>(work));
    }

    Invitations() {
        act([&](db::Tx& tx) {
            robin_ = create_account(tx, actor_.council, {.email = "r@laval.example", .display_name = "Robin"})
                         .value();
            alix_ = Actor{.account = create_account(tx, actor_.council,
                                                    {.email = "a@laval.example", .display_name = "Alix"})
                                         .value(),
                          .council = actor_.council};
            alix_.roles = actor_.roles;
            propose_mandate(tx, actor_, robin_, {.role = Role::elected, .from = day("2026-01-01")});
        });
    }

    std::string code_from(std::optional<AccountId> giver) {
        const std::string code = services_.random_hex(code_bytes);
        act([&](db::Tx& tx) {
            invite(tx, {.council = actor_.council, .account = robin_, .given_by = giver, .code = code}, now_);
        });
        return code;
    }
    bool open(const std::string& code) {
        const auto invited = find_invitation(services_, code, "192.0.2");
        return invited && accept_invitation(services_, *invited, code, record_);
    }
    AccountRow robin() {
        return act([&](db::Tx& tx) {
            return find_account(tx, actor_, public_id_of(tx, actor_.council, robin_)).value();
        });
    }
    bool confirm(const Actor& by) {
        const std::string mandate = robin().mandates.at(0).id;
        return act([&](db::Tx& tx) { return confirm_mandate(tx, by, robin_, mandate, now_).has_value(); });
    }
    std::vector<Role> roles_of_robin() {
        const auto token = sign_in(
            services_, {.email = "r@laval.example", .password = "six renards patinent", .network = "n"});
        return token ? roles_of(find_session(services_, token->token)->actor) : std::vector<Role>{};
    }

    std::string record_ = platform::crypto::as_text(hasher_.hash("six renards patinent").value().record);
    AccountId robin_{0};
    Actor alix_ = actor_;
};

TEST_F(Invitations, open_the_account_once_with_a_password_that_nobody_else_chose) {
    const std::string code = code_from(account_);
    EXPECT_FALSE(robin().opened);
    EXPECT_TRUE(open(code));
    EXPECT_TRUE(robin().opened);
    EXPECT_FALSE(open(code));
}

TEST_F(Invitations, expire_after_a_week_and_give_way_to_a_newer_one) {
    const std::string first = code_from(account_), second = code_from(account_);
    EXPECT_FALSE(open(first));
    now_ += invitation_life;
    EXPECT_FALSE(open(second));
    purge(services_);
    EXPECT_FALSE(robin().invited_until);
}

TEST_F(Invitations, of_a_closed_account_open_nothing) {
    const std::string code = code_from(account_);
    act([&](db::Tx& tx) { EXPECT_TRUE(disable_account(tx, actor_.council, robin_, now_)); });
    EXPECT_FALSE(open(code));
}

TEST_F(Invitations, are_not_guessed_fast) {
    for (int i = 0; i < 4; ++i) static_cast<void>(find_invitation(services_, "0000", "192.0.2"));
    EXPECT_EQ(find_invitation(services_, code_from(account_), "192.0.2").error(),
              InvitationRefusal::slow_down);
    EXPECT_TRUE(find_invitation(services_, code_from(account_), "198.51.100"));
}

TEST_F(Invitations, give_no_right_before_a_second_person_confirms) {
    EXPECT_FALSE(confirm(alix_)) << "nobody has opened the account yet";
    ASSERT_TRUE(open(code_from(account_)));
    EXPECT_TRUE(roles_of_robin().empty());
    Actor robin_acting = actor_;
    robin_acting.account = robin_;
    EXPECT_FALSE(confirm(actor_)) << "who gave the mandate";
    EXPECT_FALSE(confirm(robin_acting)) << "whose mandate it is";
    EXPECT_TRUE(confirm(alix_));
    EXPECT_FALSE(confirm(alix_)) << "twice";
    EXPECT_EQ(roles_of_robin(), std::vector<Role>{Role::elected});
}

TEST_F(Invitations, used_by_somebody_suspend_the_rights_until_another_person_confirms_them) {
    ASSERT_TRUE(open(code_from(account_)));
    ASSERT_TRUE(confirm(alix_));
    ASSERT_TRUE(open(code_from(alix_.account)));
    EXPECT_TRUE(roles_of_robin().empty());
    EXPECT_FALSE(confirm(alix_)) << "who gave the code";
    EXPECT_FALSE(confirm(actor_)) << "who gave the mandate";
}

TEST_F(Invitations, of_the_installation_itself_leave_the_rights_as_they_are) {
    ASSERT_TRUE(open(code_from(account_)));
    ASSERT_TRUE(confirm(alix_));
    ASSERT_TRUE(open(code_from(std::nullopt)));
    EXPECT_EQ(roles_of_robin(), std::vector<Role>{Role::elected});
}

}  // namespace
}  // namespace maillage::identity
