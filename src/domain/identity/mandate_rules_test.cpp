#include "domain/identity/mandate_rules.hpp"

#include <gtest/gtest.h>

namespace maillage::identity {
namespace {

constexpr AccountId robin(1), giver(2), other(3);

MandateFacts given() {
    return {.account = robin, .given_by = giver, .opened_by = giver, .opened = true, .confirmed = false};
}

TEST(A_mandate, is_confirmed_by_a_second_person_alone) {
    EXPECT_EQ(confirmation_by(given(), other), Confirmation::possible);
    EXPECT_EQ(confirmation_by(given(), giver), Confirmation::own_gift);
    EXPECT_EQ(confirmation_by(given(), robin), Confirmation::own_account);
}

TEST(A_mandate, is_not_confirmed_by_who_gave_the_code_that_opened_the_account) {
    MandateFacts facts = given();
    facts.opened_by = other;
    EXPECT_EQ(confirmation_by(facts, other), Confirmation::own_gift);
}

TEST(A_mandate, waits_until_its_person_has_opened_the_account) {
    MandateFacts facts = given();
    facts.opened = false;
    EXPECT_EQ(confirmation_by(facts, other), Confirmation::not_opened);
}

TEST(A_mandate, is_confirmed_once) {
    MandateFacts facts = given();
    facts.confirmed = true;
    EXPECT_EQ(confirmation_by(facts, other), Confirmation::done);
}

}  // namespace
}  // namespace maillage::identity
