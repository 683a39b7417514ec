#include "app/zone_labels.hpp"

#include <gtest/gtest.h>

namespace maillage::app {
namespace {

// Letters of 10: a name of five letters is 30 wide, a line is 12.5 high.
constexpr LabelFrame sheet{.left = 0, .right = 200, .top = 0, .bottom = 100, .size = 10};

TEST(The_names_of_zones, stand_in_their_zones_when_they_have_room) {
    const auto places = place_labels(
        {{.text = "Kellermann", .x = 50, .y = 50}, {.text = "Pavement", .x = 150, .y = 50}}, sheet);
    ASSERT_TRUE(places[0] && places[1]);
    EXPECT_EQ(places[0]->x, 50);
    EXPECT_EQ(places[1]->y, 50);
}

TEST(The_names_of_zones, stay_within_the_frame) {
    const auto places = place_labels({{.text = "Kellermann", .x = 198, .y = 50}}, sheet);
    ASSERT_TRUE(places[0]);
    EXPECT_EQ(places[0]->x, 170);  // sixty wide, against the right edge
}

TEST(The_names_of_zones, move_by_a_line_when_another_one_stands_there) {
    const auto places = place_labels({{.text = "Petit", .x = 50, .y = 50, .importance = 1},
                                      {.text = "Grand", .x = 55, .y = 52, .importance = 2}},
                                     sheet);
    ASSERT_TRUE(places[0] && places[1]);
    EXPECT_EQ(places[1]->y, 52);    // the more important one stays
    EXPECT_EQ(places[0]->y, 37.5);  // one line above
}

TEST(The_names_of_zones, are_left_out_from_the_least_important_on) {
    const std::vector<WantedLabel> crowd{{.text = "Premier", .x = 50, .y = 50, .importance = 4},
                                         {.text = "Second", .x = 50, .y = 50, .importance = 3},
                                         {.text = "Troisième", .x = 50, .y = 50, .importance = 2},
                                         {.text = "Dernier", .x = 50, .y = 50, .importance = 1}};
    const auto places = place_labels(crowd, sheet);
    EXPECT_TRUE(places[0] && places[1] && places[2]);
    EXPECT_FALSE(places[3]);
}

TEST(The_names_of_zones, are_left_out_when_they_are_wider_than_the_drawing) {
    EXPECT_FALSE(place_labels({{.text = std::string(40, 'a'), .x = 50, .y = 50}}, sheet)[0]);
}

TEST(The_names_of_zones, keep_their_places_whatever_the_order_of_the_zones) {
    const WantedLabel one{.text = "Un", .x = 50, .y = 50}, other{.text = "Autre", .x = 52, .y = 50};
    const auto there = place_labels({one, other}, sheet), back = place_labels({other, one}, sheet);
    ASSERT_TRUE(there[0] && there[1] && back[0] && back[1]);
    EXPECT_EQ(there[0]->y, back[1]->y);
    EXPECT_EQ(there[1]->y, back[0]->y);
}

}  // namespace
}  // namespace maillage::app
