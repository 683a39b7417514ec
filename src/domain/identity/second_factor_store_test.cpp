#include "domain/identity/second_factor_store.hpp"

#include <gtest/gtest.h>

#include "domain/identity/invitation_store.hpp"
#include "platform/crypto/totp.hpp"
#include "tests/support/identity_town.hpp"

namespace maillage::identity {
namespace {

using platform::crypto::one_time_password;
using platform::crypto::totp_step;

class Second_factor : public IdentityTown {
 protected:
    template <class Act>
    auto act(Act&& what) {
        return database_.pool().transaction(test::application(), std::forward<Act>(what));
    }
    std::string code(int steps_from_now = 0) {
        return one_time_password(secret_, totp_step(now_) + steps_from_now);
    }
    std::vector<std::string> set_up() {
        return act([&](db::Tx& tx) {
            secret_ = begin_second_factor(tx, services_, actor_).value();
            return confirm_second_factor(tx, services_, actor_, code()).value();
        });
    }
    SignedIn with_password() {
        return sign_in(services_, {.email = "c@laval.example", .password = password, .network = "n"}).value();
    }
    std::expected<std::string, SignInRefusal> with_code(const std::string& token, const std::string& typed) {
        return finish_sign_in(services_, {.token = token, .code = typed, .agent = "Firefox"});
    }
    void later(std::chrono::seconds time) { now_ += time; }

    Holder holder() const { return {.council = actor_.council, .account = account_}; }
    std::string secret_;
};

TEST_F(Second_factor, that_waits_for_its_first_code_asks_nothing_of_anybody) {
    act([&](db::Tx& tx) {
        secret_ = begin_second_factor(tx, services_, actor_).value();
        EXPECT_FALSE(confirm_second_factor(tx, services_, actor_, code(-2)));
        EXPECT_FALSE(second_factor_of(tx, holder()));
    });
    EXPECT_FALSE(with_password().second_factor_asked);
}

TEST_F(Second_factor, is_begun_again_until_it_is_in_force_and_not_afterwards) {
    act([&](db::Tx& tx) {
        const auto first = begin_second_factor(tx, services_, actor_);
        secret_ = begin_second_factor(tx, services_, actor_).value();
        EXPECT_NE(first, secret_);
        EXPECT_EQ(secret_set_up(tx, services_, actor_), secret_);
        EXPECT_TRUE(confirm_second_factor(tx, services_, actor_, code()));
        EXPECT_FALSE(begin_second_factor(tx, services_, actor_));
        EXPECT_FALSE(secret_set_up(tx, services_, actor_)) << "it is shown while it is set up, never again";
    });
}

TEST_F(Second_factor, opens_the_session_that_the_password_alone_does_not) {
    set_up();
    const SignedIn half = with_password();
    EXPECT_TRUE(half.second_factor_asked);
    EXPECT_FALSE(find_session(services_, half.token));
    later(std::chrono::seconds(30));
    const auto session = with_code(half.token, code());
    ASSERT_TRUE(session);
    EXPECT_TRUE(find_session(services_, *session));
    EXPECT_EQ(with_code(half.token, code(1)).error(), SignInRefusal::over) << "a step is taken once";
}

TEST_F(Second_factor, takes_each_code_once) {
    set_up();
    EXPECT_EQ(with_code(with_password().token, code()).error(), SignInRefusal::wrong);
    later(std::chrono::seconds(30));
    EXPECT_TRUE(with_code(with_password().token, code()));
    EXPECT_EQ(with_code(with_password().token, code()).error(), SignInRefusal::wrong);
}

TEST_F(Second_factor, takes_each_recovery_code_once_as_people_type_it) {
    const auto codes = set_up();
    ASSERT_EQ(codes.size(), 10U);
    std::string typed = codes.at(3);
    for (char& c : typed)
        if (c == '-') c = ' ';
    EXPECT_TRUE(with_code(with_password().token, typed));
    EXPECT_EQ(with_code(with_password().token, codes.at(3)).error(), SignInRefusal::wrong);
    act([&](db::Tx& tx) { EXPECT_EQ(second_factor_of(tx, holder())->recovery_codes, 9); });
    const auto fresh = act([&](db::Tx& tx) { return renew_recovery_codes(tx, services_, holder()); });
    EXPECT_EQ(with_code(with_password().token, codes.at(4)).error(), SignInRefusal::wrong);
    EXPECT_TRUE(with_code(with_password().token, fresh.at(0)));
}

TEST_F(Second_factor, is_slowed_down_and_never_locked_for_who_guesses) {
    set_up();
    const std::string half = with_password().token;
    for (int guess = 0; guess < 3; ++guess)
        EXPECT_EQ(with_code(half, "000000").error(), SignInRefusal::wrong) << guess;
    EXPECT_EQ(with_code(half, "000000").error(), SignInRefusal::slow_down);
    EXPECT_EQ(with_code(with_password().token, "000000").error(), SignInRefusal::slow_down)
        << "another beginning does not start the count anew";
    later(std::chrono::minutes(1));
    EXPECT_TRUE(with_code(half, code()));
}

TEST_F(Second_factor, must_be_given_within_ten_minutes_of_the_password) {
    set_up();
    const std::string half = with_password().token;
    later(std::chrono::minutes(10));
    EXPECT_EQ(with_code(half, code()).error(), SignInRefusal::over);
    EXPECT_EQ(with_code("nothing", code()).error(), SignInRefusal::over);
}

TEST_F(Second_factor, is_asked_for_after_a_new_password_all_the_same) {
    set_up();
    const std::string half = with_password().token;
    const std::string opening = services_.random_hex(10);
    act([&](db::Tx& tx) {
        invite(tx, {.council = actor_.council, .account = account_, .given_by = {}, .code = opening}, now_);
    });
    const std::string record = platform::crypto::as_text(hasher_.hash(password).value().record);
    ASSERT_TRUE(
        accept_invitation(services_, find_invitation(services_, opening, "n").value(), opening, record));
    later(std::chrono::seconds(30));
    EXPECT_EQ(with_code(half, code()).error(), SignInRefusal::over) << "begun with the old password";
    const SignedIn again = with_password();
    EXPECT_TRUE(again.second_factor_asked);
    EXPECT_TRUE(with_code(again.token, code()));
}

TEST_F(Second_factor, sealed_for_one_account_or_installation_opens_in_no_other) {
    set_up();
    later(std::chrono::seconds(30));
    services_.identity_key = "the key of another installation";
    EXPECT_EQ(with_code(with_password().token, code()).error(), SignInRefusal::wrong);
}

TEST_F(Second_factor, taken_away_by_somebody_lets_the_mandates_wait_for_a_third) {
    set_up();
    const AccountId other = act([&](db::Tx& tx) {
        const AccountId account =
            create_account(tx, actor_.council,
                           {.email = "o@laval.example", .display_name = "O", .password_record = "x"})
                .value();
        EXPECT_TRUE(take_factor_away(tx, holder(), account));
        EXPECT_FALSE(take_factor_away(tx, holder(), account)) << "there is none any more";
        return account;
    });
    const SignedIn entered = with_password();
    EXPECT_FALSE(entered.second_factor_asked);
    EXPECT_TRUE(find_session(services_, entered.token)->actor.roles.empty());
    Actor taker{.account = other, .council = actor_.council};
    taker.roles = {Role::administrator};
    act([&](db::Tx& tx) {
        const auto row = find_account(tx, taker, public_id_of(tx, actor_.council, account_)).value();
        EXPECT_EQ(row.factor_taken_by, other);
        EXPECT_FALSE(confirm_mandate(tx, taker, account_, row.mandates.at(0).id, now_));
    });
}

TEST_F(Second_factor, taken_away_by_the_installation_leaves_the_rights) {
    set_up();
    act([&](db::Tx& tx) { EXPECT_TRUE(take_factor_away(tx, holder(), std::nullopt)); });
    EXPECT_FALSE(find_session(services_, with_password().token)->actor.roles.empty());
}

}  // namespace
}  // namespace maillage::identity
