#include "domain/territory/council_rules.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace maillage::territory {
namespace {

constexpr CouncilThresholds law{
    .council_above_inhabitants = 5'000, .coordinator_above_inhabitants = 15'000, .opposition_share = 0.5};
constexpr auto without_qpv = PriorityNeighbourhood::absent;
constexpr auto with_qpv = PriorityNeighbourhood::present;
constexpr auto alone = IntercommunalCouncil::absent;
constexpr auto in_a_cispd = IntercommunalCouncil::present;

TEST(A_local_council, is_not_required_at_exactly_5000_inhabitants) {
    EXPECT_EQ(clspd_required({5'000, without_qpv, alone}, law), Obligation::none);
}

TEST(A_local_council, is_required_from_5001_inhabitants) {
    EXPECT_EQ(clspd_required({5'001, without_qpv, alone}, law), Obligation::required);
}

TEST(A_local_council, is_required_in_a_village_with_a_priority_neighbourhood) {
    EXPECT_EQ(clspd_required({900, with_qpv, alone}, law), Obligation::required);
}

TEST(A_local_council, is_optional_where_the_intercommunality_has_one) {
    EXPECT_EQ(clspd_required({50'000, with_qpv, in_a_cispd}, law), Obligation::optional);
}

TEST(A_coordinator, is_required_from_15001_inhabitants) {
    EXPECT_EQ(coordinator_required(15'000, law), Obligation::none);
    EXPECT_EQ(coordinator_required(15'001, law), Obligation::required);
}

TEST(An_intercommunal_council, is_blocked_when_communes_of_half_of_the_population_oppose) {
    EXPECT_EQ(cispd_blocked({499, 1'000}, law), IntercommunalOutcome::possible);
    EXPECT_EQ(cispd_blocked({500, 1'000}, law), IntercommunalOutcome::blocked);
    EXPECT_EQ(cispd_blocked({0, 0}, law), IntercommunalOutcome::possible);
}

RC_GTEST_PROP(An_intercommunal_council, stays_blocked_when_more_communes_oppose, ()) {
    const auto total = *rc::gen::inRange<std::int64_t>(1, 1'000'000);
    const auto fewer = *rc::gen::inRange<std::int64_t>(0, total + 1);
    const auto more = *rc::gen::inRange<std::int64_t>(fewer, total + 1);
    if (cispd_blocked({fewer, total}, law) == IntercommunalOutcome::blocked)
        RC_ASSERT(cispd_blocked({more, total}, law) == IntercommunalOutcome::blocked);
}

}  // namespace
}  // namespace maillage::territory
