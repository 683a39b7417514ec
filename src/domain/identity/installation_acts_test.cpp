#include "domain/identity/installation_acts.hpp"

#include <gtest/gtest.h>

#include "domain/identity/account_rules.hpp"
#include "domain/identity/invitation_store.hpp"
#include "tests/support/identity_town.hpp"

namespace maillage::identity {
namespace {

class Installed : public IdentityTown {
 protected:
    template <class Work>
    auto at_the_desk(Work&& work) {
        return database_.pool().transaction(test::application(), [&](db::Tx& tx) {
            const Desk desk{.tx = tx,
                            .council = actor_.council,
                            .now = now_,
                            .today = day("2026-11-24"),
                            .code = services_.random_hex(code_bytes)};
            return work(desk);
        });
    }
    bool open(const std::string& code, const std::string& next) {
        const auto invited = find_invitation(services_, code, "192.0.2");
        const std::string record = platform::crypto::as_text(hasher_.hash(next).value().record);
        return invited && accept_invitation(services_, *invited, code, record);
    }
};

TEST_F(Installed, the_first_coordinator_comes_in_by_a_command) {
    const auto code = at_the_desk([](const Desk& desk) {
        return open_account(desk, {.email = "first@laval.example", .name = "Première"});
    });
    ASSERT_TRUE(open(code.value(), "six renards patinent"));
    const auto token = sign_in(
        services_, {.email = "first@laval.example", .password = "six renards patinent", .network = "n"});
    EXPECT_EQ(roles_of(find_session(services_, token.value().token)->actor),
              std::vector<Role>{Role::coordinator});
}

TEST_F(Installed, an_account_gets_a_new_code_and_keeps_its_rights) {
    const auto code = at_the_desk([](const Desk& desk) { return give_new_code(desk, "c@laval.example"); });
    const std::string before = enter(password).value();
    ASSERT_TRUE(open(code.value(), "six renards patinent"));
    EXPECT_FALSE(find_session(services_, before));
    EXPECT_EQ(roles_of(find_session(services_, enter("six renards patinent").value())->actor),
              std::vector<Role>{Role::coordinator});
}

TEST_F(Installed, an_account_is_closed_once) {
    const auto close = [&] {
        return at_the_desk([](const Desk& desk) { return close_account_of(desk, "c@laval.example"); });
    };
    EXPECT_TRUE(close());
    EXPECT_FALSE(enter(password));
    EXPECT_EQ(close().error(), AccountRefusal::not_found);
}

TEST_F(Installed, an_address_is_taken_once_and_a_stranger_is_not_found) {
    EXPECT_EQ(at_the_desk([](const Desk& desk) {
                  return open_account(desk, {.email = "c@laval.example", .name = "C"});
              }).error(),
              AccountRefusal::address_taken);
    EXPECT_EQ(at_the_desk([](const Desk& desk) { return give_new_code(desk, "x@laval.example"); }).error(),
              AccountRefusal::not_found);
}

}  // namespace
}  // namespace maillage::identity
