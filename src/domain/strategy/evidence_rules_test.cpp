#include "domain/strategy/evidence_rules.hpp"

#include <gtest/gtest.h>

namespace maillage::strategy {
namespace {

Evidence attached_by(std::int64_t account) {
    Evidence piece;
    piece.account = account;
    return piece;
}

TEST(A_piece_of_evidence, is_taken_away_by_who_attached_it_and_by_who_runs_the_strategy) {
    EXPECT_TRUE(may_remove(attached_by(7), {.account = 7, .may_attach = true}));
    EXPECT_TRUE(may_remove(attached_by(7), {.account = 1, .may_attach = true, .may_edit = true}));
}

TEST(A_piece_of_evidence, is_taken_away_by_nobody_else) {
    EXPECT_FALSE(may_remove(attached_by(7), {.account = 8, .may_attach = true}));
    EXPECT_FALSE(may_remove(attached_by(7), {.account = 7}));
    EXPECT_FALSE(may_remove(attached_by(0), {.account = 0, .may_attach = true}));
}

}  // namespace
}  // namespace maillage::strategy
