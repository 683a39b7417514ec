#include "domain/strategy/part_rules.hpp"

#include <gtest/gtest.h>

namespace maillage::strategy {
namespace {

TEST(What_stands_around_an_action, is_one_text_that_gives_it_back) {
    const Link link{.kind = "url", .target = "https://example.org/?a=1;b", .label = "Un guide ; deux"};
    EXPECT_EQ(text_of(link_of(text_of(link)).value()), text_of(link));
    const Record record{.kind = "counter",
                        .title = "Jours d'exclusion",
                        .title_en = "Days",
                        .unit = "jours",
                        .unit_en = "",
                        .target = 12.5,
                        .lines = {}};
    EXPECT_EQ(record_of(text_of(record))->target, 12.5);
    EXPECT_EQ(text_of(record_of(text_of(record)).value()), text_of(record));
    RecordLine line{.record = 7, .kind = "value", .value = 1171.25, .position = 30};
    line.on_day = foundation::Date::create(2026, 6, 30);
    EXPECT_EQ(record_line_of(text_of(line))->value, 1171.25);
    EXPECT_EQ(text_of(record_line_of(text_of(line)).value()), text_of(line));
    const BudgetLine money{
        .label = "Formation", .label_en = "", .year = 2026, .amount = {125050}, .fund = "fipd"};
    EXPECT_EQ(budget_line_of(text_of(money))->amount.value, 125050);
    EXPECT_EQ(text_of(budget_line_of(text_of(money)).value()), text_of(money));
}

TEST(A_text_of_another_kind, gives_nothing) {
    EXPECT_FALSE(link_of("").has_value());
    EXPECT_FALSE(record_of("counter\tTitre").has_value());
    EXPECT_FALSE(record_line_of("x\tvalue\t\t\t\t\t\t").has_value());
    EXPECT_FALSE(budget_line_of("Formation\t\tx\t1\tfipd").has_value());
}

TEST(A_tabulation_of_a_loaded_file, does_not_cut_the_text) {
    EXPECT_EQ(link_of(text_of(Link{.kind = "url", .target = "a\tb", .label = ""}))->target, "a b");
}

TEST(The_kinds_of_parts, are_found_by_the_name_that_the_history_keeps) {
    EXPECT_EQ(part_named("record_line"), PartKind::record_line);
    EXPECT_FALSE(part_named("title").has_value());
}

}  // namespace
}  // namespace maillage::strategy
