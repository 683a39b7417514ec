#include "domain/identity/key_pair_store.hpp"

#include <gtest/gtest.h>

#include "domain/identity/invitation_store.hpp"
#include "platform/crypto/bytes.hpp"
#include "platform/crypto/key_pair.hpp"
#include "platform/crypto/totp.hpp"
#include "tests/support/identity_town.hpp"

namespace maillage::identity {
namespace {

using platform::crypto::view_of;

class Key_pair : public IdentityTown {
 protected:
    template <class Act>
    auto act(Act&& what) {
        return database_.pool().transaction(test::application(), std::forward<Act>(what));
    }
    Holder holder() const { return {.council = actor_.council, .account = account_}; }
    std::optional<std::string> public_key() {
        return act([&](db::Tx& tx) { return public_key_of(tx, holder()); });
    }
    // The private half of the session behind a cookie, as text; "" when it opens nothing.
    std::string secret_behind(const std::string& cookie, const std::string& token) {
        const auto session = find_session(services_, cookie);
        if (!session) return {};
        return act([&](db::Tx& tx) {
            const auto secret = secret_of_session(tx, session->actor, token);
            return secret ? std::string(view_of(*secret)) : std::string();
        });
    }
    std::string secret_behind(const std::string& cookie) { return secret_behind(cookie, cookie); }
    // Every byte that the database holds about it.
    std::string rows() {
        constexpr db::Sql all{"test.key_rows",
                              "select string_agg(t, ' ') from (select k::text as t from identity.key_pair k "
                              "union all select s::text from identity.session s) as rows"};
        return act([&](db::Tx& tx) { return tx.single(all, [](db::Row& row) { return row.text(); }); });
    }
};

TEST_F(Key_pair, is_made_at_the_first_sign_in_and_is_the_same_at_the_next) {
    EXPECT_FALSE(public_key());
    const std::string first = secret_behind(enter(password).value());
    const auto made = public_key();
    ASSERT_EQ(first.size(), 32U);
    EXPECT_EQ(secret_behind(enter(password).value()), first);
    EXPECT_EQ(public_key(), made);
    EXPECT_EQ(platform::crypto::public_key_of(platform::crypto::secret_key(first).value()), made);
}

TEST_F(Key_pair, opens_by_the_token_of_its_own_session_alone) {
    const std::string cookie = enter(password).value(), other = enter(password).value();
    EXPECT_EQ(secret_behind(cookie, other), "");
    EXPECT_EQ(secret_behind(cookie, ""), "");
    EXPECT_EQ(secret_behind(cookie).size(), 32U);
}

TEST_F(Key_pair, is_not_in_the_database_and_opens_with_no_part_of_it) {
    const std::string cookie = enter(password).value();
    const std::string secret = secret_behind(cookie);
    EXPECT_EQ(rows().find(platform::crypto::hex(secret)), std::string::npos);
    services_.identity_key = "the key of another installation";
    EXPECT_EQ(secret_behind(enter(password).value()), "") << "the password without the installation";
    services_.identity_key = "a secret of the installation";
    const auto hashed = hasher_.hash("another password altogether").value();
    act([&](db::Tx& tx) {
        EXPECT_FALSE(open_key_pair(tx, services_, holder(), hashed.unwrap_key))
            << "the installation without the password";
    });
}

TEST_F(Key_pair, follows_a_new_password_and_a_new_token) {
    const std::string cookie = enter(password).value();
    const std::string secret = secret_behind(cookie);
    Actor actor = find_session(services_, cookie)->actor;
    const auto renewed = hasher_.hash("six renards patinent").value();
    const std::string token = act([&](db::Tx& tx) {
        EXPECT_TRUE(set_password(tx, actor.council, account_, platform::crypto::as_text(renewed.record)));
        seal_key_pair(tx, services_, holder(), secret_of_session(tx, actor, cookie).value(),
                      renewed.unwrap_key);
        return rotate_session(tx, actor, cookie);
    });
    EXPECT_EQ(secret_behind(cookie), "");
    EXPECT_EQ(secret_behind(token), secret);
    EXPECT_EQ(secret_behind(enter("six renards patinent").value()), secret);
}

TEST_F(Key_pair, goes_with_a_password_that_was_forgotten) {
    const std::string before = secret_behind(enter(password).value());
    const std::string code = services_.random_hex(10);
    act([&](db::Tx& tx) {
        invite(tx, {.council = actor_.council, .account = account_, .given_by = {}, .code = code}, now_);
    });
    const std::string record = platform::crypto::as_text(hasher_.hash(password).value().record);
    ASSERT_TRUE(accept_invitation(services_, find_invitation(services_, code, "n").value(), code, record));
    EXPECT_FALSE(public_key());
    const std::string after = secret_behind(enter(password).value());
    EXPECT_EQ(after.size(), 32U);
    EXPECT_NE(after, before);
}

TEST_F(Key_pair, waits_for_the_second_factor_with_the_sign_in) {
    const std::string secret = secret_behind(enter(password).value());
    std::string shared;
    const auto codes = act([&](db::Tx& tx) {
        shared = begin_second_factor(tx, services_, actor_).value();
        return confirm_second_factor(
                   tx, services_, actor_,
                   platform::crypto::one_time_password(shared, platform::crypto::totp_step(now_)))
            .value();
    });
    const std::string half = enter(password).value();
    const auto session = finish_sign_in(services_, {.token = half, .code = codes.at(0), .agent = ""});
    ASSERT_TRUE(session);
    EXPECT_EQ(secret_behind(*session), secret);
}

// A cost that is today's no more: the next sign-in hashes the password again, and nobody notices.
TEST_F(Key_pair, is_sealed_again_when_the_cost_of_passwords_grows) {
    const std::string secret = secret_behind(enter(password).value());
    platform::crypto::PasswordHasher dearer({.cost = {.passes = 2, .memory_bytes = 16'384}},
                                            platform::crypto::random_bytes);
    Services costly{.database = services_.database,
                    .catalogues = services_.catalogues,
                    .clock = services_.clock,
                    .random_hex = services_.random_hex,
                    .passwords = dearer,
                    .session_limits = {},
                    .identity_key = services_.identity_key};
    const SignIn attempt{.email = "c@laval.example", .password = password, .network = "n"};
    now_ += std::chrono::seconds(1);
    EXPECT_EQ(secret_behind(sign_in(costly, attempt).value().token), secret);
    now_ += std::chrono::seconds(1);
    const auto stored = act([&](db::Tx& tx) { return password_of(tx, actor_)->record; });
    EXPECT_EQ(platform::crypto::parse_password_record(stored)->cost.passes, 2U);
    EXPECT_EQ(secret_behind(sign_in(costly, attempt).value().token), secret);
}

}  // namespace
}  // namespace maillage::identity
