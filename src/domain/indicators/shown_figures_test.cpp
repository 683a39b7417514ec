#include "domain/indicators/shown_figures.hpp"

#include <gtest/gtest.h>

namespace maillage::indicators {
namespace {

TEST(What_a_form_showed, comes_back_as_exact_as_it_went) {
    const ShownFigures shown{{"v-hours_2026-T1", {.value = 1.0 / 3, .of = {}}},
                             {"v-answers_2026-T1", {.value = 30, .of = 40}},
                             {"v-balance_2026", {.value = -1e11, .of = {}}}};
    EXPECT_EQ(read_shown(written(shown)), shown);
    EXPECT_EQ(written(ShownFigures{{"v-answers_2026-T1", {.value = 30, .of = 40}}}),
              "v-answers_2026-T1=30/40");
}

TEST(What_a_form_showed, holds_nothing_where_it_cannot_be_read) {
    for (const char* text : {"", " ", "v-hours", "v-hours=", "v-hours=four", "v-hours=4/", "v-hours=4/x"})
        EXPECT_TRUE(read_shown(text).empty()) << text;
    EXPECT_EQ(read_shown("v-a=x  v-b=2").size(), 1U);
}

}  // namespace
}  // namespace maillage::indicators
