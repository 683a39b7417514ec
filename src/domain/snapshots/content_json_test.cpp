#include "domain/snapshots/content_json.hpp"

#include <gtest/gtest.h>

#include "domain/snapshots/content_for_tests.hpp"

namespace maillage::snapshots {
namespace {

TEST(The_content_of_a_snapshot, is_read_as_it_was_written) {
    const Content written = a_dashboard();
    const auto read = read_content(write_content(written));

    ASSERT_TRUE(read);
    EXPECT_EQ(read->council, written.council);
    EXPECT_EQ(read->actions, written.actions);
    ASSERT_EQ(read->groups.size(), written.groups.size());
    for (std::size_t g = 0; g < written.groups.size(); ++g) {
        const FrozenGroup &was = written.groups[g], &is = read->groups[g];
        EXPECT_EQ(is.code + is.name + is.name_en, was.code + was.name + was.name_en);
        EXPECT_EQ(is.faults, was.faults);
        ASSERT_EQ(is.indicators.size(), was.indicators.size());
        for (std::size_t i = 0; i < was.indicators.size(); ++i) {
            const FrozenIndicator &before = was.indicators[i], &after = is.indicators[i];
            EXPECT_EQ(after.indicator.definition, before.indicator.definition);
            EXPECT_EQ(after.indicator.version, before.indicator.version);
            EXPECT_EQ(after.indicator.breaks, before.indicator.breaks);
            EXPECT_EQ(after.indicator.standing, before.indicator.standing);
            EXPECT_EQ(after.indicator.agreed_on, before.indicator.agreed_on);
            EXPECT_EQ(after.indicator.agreed_in, before.indicator.agreed_in);
            EXPECT_EQ(after.figures, before.figures);
            EXPECT_EQ(after.missing, before.missing);
            EXPECT_EQ(after.said, before.said);
        }
    }
    EXPECT_EQ(write_content(*read), write_content(written));
}

TEST(The_content_of_a_snapshot, keeps_every_digit_of_a_figure) {
    for (const double value : {0.1, 25.1, 1204.5, 33.333333333333336, 1e-7, 123456789.123, -0.7}) {
        Content content = a_dashboard();
        content.groups[0].indicators[0].figures[0].value = value;
        EXPECT_EQ(read_content(write_content(content))->groups[0].indicators[0].figures[0].value, value);
    }
}

TEST(The_content_of_a_snapshot, is_not_read_from_anything_else) {
    for (const char* other :
         {"", "[]", "{}", "null", "{\"format\":99}", "{\"format\":1", "{\"format\":\"1\"}"})
        EXPECT_FALSE(read_content(other)) << other;
}

// A format of an earlier program lacks what was added since.
TEST(The_content_of_a_snapshot, reads_what_is_not_there_as_empty) {
    const auto read = read_content(R"({"format":1,"groups":[{"code":"G1","indicators":[{"code":"vols"}]}]})");
    ASSERT_TRUE(read);
    EXPECT_EQ(read->groups.at(0).indicators.at(0).indicator.definition.code, "vols");
    EXPECT_TRUE(read->groups[0].indicators[0].figures.empty());
    EXPECT_TRUE(read->groups[0].indicators[0].indicator.breaks.empty());
    EXPECT_TRUE(read->actions.empty());
}

TEST(A_frozen_dashboard, counts_what_it_holds) {
    const Counts expected{
        .indicators = 2, .figures = 3, .missing = 1, .actions = 3, .done = 1, .late = 1, .mean_progress = 46};
    EXPECT_EQ(count(a_dashboard()), expected);
    EXPECT_EQ(count(Content{}), Counts{});
}

}  // namespace
}  // namespace maillage::snapshots
