#include "domain/indicators/key_figures_rules.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace maillage::indicators {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

Indicator one(std::string code, Kind kind, Standing standing, std::string group = {}) {
    Indicator made;
    made.definition = {.code = std::move(code), .group = std::move(group), .kind = kind};
    made.standing = standing;
    return made;
}

TEST(The_key_figures, are_first_the_results_that_groups_agreed_on) {
    const Indicator activity = one("rondes", Kind::activity, Standing::active, "G3");
    const Indicator result = one("sorties", Kind::result, Standing::active, "G1");
    const Indicator context = one("avip", Kind::context, Standing::active);
    const std::vector<KeyCandidate> all{{activity, true}, {result, false}, {context, true}};
    EXPECT_THAT(default_key_figures(all), ElementsAre("sorties", "avip", "rondes"));
}

TEST(The_key_figures, are_the_councils_own_proposals_with_a_figure_while_nothing_is_agreed) {
    const Indicator of_a_group = one("sorties", Kind::result, Standing::proposed, "G1");
    const Indicator without = one("aab", Kind::context, Standing::proposed);
    const Indicator with = one("avip", Kind::context, Standing::proposed);
    const std::vector<KeyCandidate> all{{of_a_group, true}, {without, false}, {with, true}};
    EXPECT_THAT(default_key_figures(all), ElementsAre("avip"));
}

TEST(The_key_figures, are_five_at_most_and_none_of_a_retired_indicator) {
    std::vector<Indicator> many;
    for (int i = 0; i < 8; ++i) many.push_back(one("r" + std::to_string(i), Kind::result, Standing::active));
    std::vector<KeyCandidate> all;
    for (const Indicator& indicator : many) all.push_back({indicator, true});
    EXPECT_THAT(default_key_figures(all), SizeIs(most_key_figures));
    const Indicator retired = one("old", Kind::result, Standing::retired);
    EXPECT_THAT(default_key_figures(std::vector<KeyCandidate>{{retired, true}}), IsEmpty());
}

}  // namespace
}  // namespace maillage::indicators
