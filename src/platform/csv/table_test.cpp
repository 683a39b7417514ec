#include "platform/csv/table.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace maillage::platform::csv {
namespace {

TEST(A_table, has_a_trimmed_header_and_numbered_lines) {
    const auto table = read_table(" Code ;Intitulé\r\nPRE-1;Un\r\n;\r\nPRE-2;Deux\r\n");

    ASSERT_TRUE(table);
    EXPECT_THAT(table->header, testing::ElementsAre("Code", "Intitulé"));
    ASSERT_EQ(table->lines.size(), 2U);
    EXPECT_EQ(table->lines[1].number, 4U);
    EXPECT_THAT(table->lines[1].cells, testing::ElementsAre("PRE-2", "Deux"));
}

TEST(A_table, finds_a_column_without_regard_to_case_and_accents) {
    const auto table = read_table("Code;État d'avancement\nPRE-1;x\n");

    ASSERT_TRUE(table);
    EXPECT_EQ(table->column("etat d'avancement"), 1U);
    EXPECT_EQ(table->column(" CODE "), 0U);
    EXPECT_EQ(table->column("pilote"), std::nullopt);
}

TEST(A_table, reports_ragged_lines_and_reads_the_others) {
    const auto table = read_table("a;b;c\n1;2;3\n1;2\n1;2;3;4\n4;5;6\n");

    ASSERT_TRUE(table);
    EXPECT_EQ(table->lines.size(), 2U);
    ASSERT_EQ(table->ragged.size(), 2U);
    EXPECT_EQ(table->ragged[0].number, 3U);
    EXPECT_EQ(table->ragged[0].cells.size(), 2U);
    EXPECT_EQ(table->ragged[1].number, 4U);
    EXPECT_EQ(table->ragged[1].cells.size(), 4U);
}

TEST(A_table, does_not_count_the_empty_cells_that_spreadsheets_add_at_the_right) {
    const auto table = read_table("a;b;;\n1;2;;\n3;;;\n;;;\n");

    ASSERT_TRUE(table);
    EXPECT_THAT(table->header, testing::ElementsAre("a", "b"));
    ASSERT_EQ(table->lines.size(), 2U);
    EXPECT_THAT(table->lines[1].cells, testing::ElementsAre("3", ""));
    EXPECT_TRUE(table->ragged.empty());
}

TEST(A_table, gives_back_the_text_that_our_export_guarded) {
    const auto table = read_table("Code;Titre\nPRE-1;'=1+1\nPRE-2;'ici\n");

    ASSERT_TRUE(table);
    EXPECT_EQ(table->lines[0].cells[1], "=1+1");
    EXPECT_EQ(table->lines[1].cells[1], "'ici");
}

TEST(A_table, without_a_header_is_refused) {
    const auto table = read_table(";;\n;;\n");

    ASSERT_FALSE(table);
    EXPECT_EQ(table.error().kind, CsvRefusal::empty);
}

}  // namespace
}  // namespace maillage::platform::csv
