#include "engine/space/emerging.hpp"

#include <gtest/gtest.h>

namespace maillage::engine {
namespace {

// Unit by unit: 'x' = significant that period, z falling or rising along the periods.
std::vector<EmergingUnit> classes_of(const std::vector<std::string>& units, double slope) {
    std::vector<std::vector<PeriodScore>> scores(units[0].size(), std::vector<PeriodScore>(units.size()));
    for (std::size_t unit = 0; unit < units.size(); ++unit)
        for (std::size_t period = 0; period < units[unit].size(); ++period)
            scores[period][unit] = {10 + slope * static_cast<double>(period),
                                    units[unit][period] == 'x' ? 0.01 : 0.5};
    return emerging_classes(scores).value();
}

TEST(Emerging_hot_spots, are_classed_by_when_they_were_significant) {
    const auto steady = classes_of({".......x", "xxxxx.xx", "x......x", "........", "xxxx...."}, 0);
    EXPECT_EQ(steady[0].kind, HotSpotClass::emerging);
    EXPECT_EQ(steady[1].kind, HotSpotClass::persistent);
    EXPECT_EQ(steady[2].kind, HotSpotClass::none);
    EXPECT_EQ(steady[3].kind, HotSpotClass::none);
    EXPECT_EQ(steady[4].kind, HotSpotClass::none) << "no fall, no recession";
    const auto falling = classes_of({"xxxx....", "xxx.....", "xxxxxxxx"}, -1);
    EXPECT_EQ(falling[0].kind, HotSpotClass::receding);
    EXPECT_EQ(falling[1].kind, HotSpotClass::none);
    EXPECT_EQ(falling[2].kind, HotSpotClass::persistent);
}

// By hand: n = 8, one pair tied: S = 27, V = (8·7·21 − 2·1·9)/18.
TEST(The_mann_kendall_trend, counts_pairs_that_rise_and_corrects_for_ties) {
    const auto trend = mann_kendall(std::vector<double>{1, 2, 3, 3, 4, 5, 6, 7});
    EXPECT_EQ(trend.s, 27);
    EXPECT_NEAR(trend.variance, (8 * 7 * 21 - 18) / 18.0, 1e-12);
    EXPECT_EQ(mann_kendall(std::vector<double>(8, 2.0)).p, 1);
}

TEST(Emerging_hot_spots, from_counts_find_the_corner_that_lights_up_last) {
    std::vector<std::vector<double>> values(8, std::vector<double>(100, 1.0));
    for (std::size_t period = 0; period < 8; ++period)
        for (std::size_t i = 0; i < 100; ++i) values[period][i] = static_cast<double>((i * 7 + period) % 3);
    for (const std::size_t i : {0U, 1U, 10U, 11U}) values[7][i] = 30;
    const auto found = emerging_hot_spots(values, queen_lattice(10, 10)).value();
    EXPECT_EQ(found[0].kind, HotSpotClass::emerging);
    EXPECT_EQ(found[99].kind, HotSpotClass::none);
}

TEST(Emerging_hot_spots, need_eight_periods) {
    EXPECT_EQ(emerging_classes(std::vector<std::vector<PeriodScore>>(7)).error(),
              (Refusal{Reason::too_few_events, 7, 8}));
}

}  // namespace
}  // namespace maillage::engine
