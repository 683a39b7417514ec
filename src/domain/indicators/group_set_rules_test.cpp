#include "domain/indicators/group_set_rules.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace maillage::indicators {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<Indicator> active(int activity, int result, int context = 0) {
    std::vector<Indicator> set;
    const auto add = [&](int count, Kind kind) {
        for (int i = 0; i < count; ++i) {
            Indicator one{.standing = Standing::active};
            one.definition.kind = kind;
            set.push_back(one);
        }
    };
    add(activity, Kind::activity);
    add(result, Kind::result);
    add(context, Kind::context);
    return set;
}

TEST(The_set_of_a_group, holds_five_to_eight_indicators_of_activity_and_of_result) {
    EXPECT_THAT(judge_set(active(4, 1)).faults, IsEmpty());
    EXPECT_THAT(judge_set(active(2, 4, 2)).faults, IsEmpty());
}

TEST(The_set_of_a_group, with_four_or_nine_is_invalid_and_says_so) {
    EXPECT_THAT(judge_set(active(3, 1)).faults, ElementsAre(SetFault::too_few));
    EXPECT_THAT(judge_set(active(5, 4)).faults, ElementsAre(SetFault::too_many));
}

TEST(The_set_of_a_group, names_the_kind_that_is_missing) {
    EXPECT_THAT(judge_set(active(0, 5)).faults, ElementsAre(SetFault::no_activity));
    EXPECT_THAT(judge_set(active(6, 0)).faults, ElementsAre(SetFault::no_result));
    EXPECT_THAT(judge_set(active(0, 0, 6)).faults, ElementsAre(SetFault::no_activity, SetFault::no_result));
}

TEST(An_agreement, ends_with_what_was_agreed_and_not_with_a_better_name) {
    const Definition before{.name = "Rondes", .unit = "rondes", .target = 40};
    const auto after = [&](auto&& change) {
        Definition made = before;
        change(made);
        return asks_new_decision(before, made);
    };
    EXPECT_TRUE(after([](Definition& said) { said.kind = Kind::result; }));
    EXPECT_TRUE(after([](Definition& said) { said.measure = Measure::number; }));
    EXPECT_TRUE(after([](Definition& said) { said.unit = "heures"; }));
    EXPECT_TRUE(after([](Definition& said) { said.definition = "Rondes faites à pied"; }));
    EXPECT_TRUE(after([](Definition& said) { said.target = 30; }));
    EXPECT_TRUE(after([](Definition& said) { said.target_by = foundation::Date::create(2027, 1, 1); }));
    EXPECT_TRUE(after([](Definition& said) { said.wanted = Wanted::up; }));
    EXPECT_FALSE(after([](Definition& said) { said.name = "Rondes de nuit"; }));
    EXPECT_FALSE(after([](Definition& said) { said.unit_en = "rounds"; }));
    EXPECT_FALSE(after([](Definition& said) { said.owner = "police-municipale"; }));
}

TEST(The_set_of_a_group, counts_what_the_group_agreed_on_alone) {
    auto set = active(4, 1);
    set[0].standing = Standing::proposed;
    set[1].standing = Standing::retired;
    const SetJudgement judged = judge_set(set);
    EXPECT_EQ(judged.active, 3);
    EXPECT_EQ(judged.proposed, 1);
    EXPECT_THAT(judged.faults, ElementsAre(SetFault::too_few, SetFault::not_agreed));
}

TEST(The_set_of_a_group, that_is_empty_lacks_everything) {
    EXPECT_THAT(judge_set({}).faults,
                ElementsAre(SetFault::too_few, SetFault::no_activity, SetFault::no_result));
}

}  // namespace
}  // namespace maillage::indicators
