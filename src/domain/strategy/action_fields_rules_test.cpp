#include "domain/strategy/action_fields_rules.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace maillage::strategy {
namespace {

Action sample() {
    Action action;
    action.id = ActionId(7);
    action.code = "PRE-1";
    action.domain = "PRE";
    action.title = "Réseau";
    action.state = State::under_way;
    action.due = foundation::Date::create(2026, 2, 1);
    action.axes = {"1", "4"};
    action.organisations = {"ccas", "sdis"};
    action.quartiers = {"Saint-Nicolas"};
    return action;
}

TEST(The_fields_of_an_action, are_put_back_exactly_by_their_text) {
    Action copy;
    copy.id = ActionId(7);
    for (const std::string_view field : action_field_names())
        EXPECT_TRUE(set_field(copy, field, field_of(sample(), field))) << field;
    EXPECT_TRUE(differences(sample(), copy).empty());
}

TEST(The_differences_of_two_versions, name_each_changed_field_with_both_values) {
    Action after = sample();
    after.due.reset();
    after.axes = {"1"};
    const std::vector<FieldChange> changes = differences(sample(), after);
    ASSERT_EQ(changes.size(), 2u);
    EXPECT_EQ(changes[0], (FieldChange{ActionId(7), std::nullopt, "due", "2026-02-01", ""}));
    EXPECT_EQ(changes[1], (FieldChange{ActionId(7), std::nullopt, "axes", "1; 4", "1"}));
}

TEST(A_field, refuses_a_text_that_cannot_be_its_value) {
    Action action = sample();
    EXPECT_FALSE(set_field(action, "due", "2026-02-31"));
    EXPECT_FALSE(set_field(action, "state", "late"));
    EXPECT_FALSE(set_field(action, "council_id", "2"));
    Step step;
    EXPECT_FALSE(set_field(step, "weight", "3kg"));
    EXPECT_FALSE(set_field(step, "id", "3"));
}

TEST(A_list_typed_with_semicolons, is_trimmed_sorted_and_free_of_doubles) {
    EXPECT_EQ(parted(" b ;a;; b"), (std::vector<std::string>{"a", "b"}));
    EXPECT_TRUE(
        rc::check([](const std::string& text) { RC_ASSERT(parted(joined(parted(text))) == parted(text)); }));
}

}  // namespace
}  // namespace maillage::strategy
