#include "platform/spreadsheet/ogr_output.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace maillage::platform::spreadsheet {
namespace {

TEST(The_listing_of_a_workbook, gives_the_names_of_its_sheets) {
    EXPECT_THAT(sheets_of_listing("1: Actions (None)\n2: Feuille (2) (None)\n12: a: b\n"),
                testing::ElementsAre("Actions", "Feuille (2)", "a: b"));
    EXPECT_TRUE(sheets_of_listing("ERROR 4: unable to open\n: x\n3:\n").empty());
}

TEST(A_value, has_one_form_whatever_the_format_of_the_file) {
    EXPECT_EQ(plain_value("2026/11/01"), "2026-11-01");
    EXPECT_EQ(plain_value("2026-11-01"), "2026-11-01");
    EXPECT_EQ(plain_value("2026/11/01 10:20:00"), "2026-11-01 10:20:00");
    EXPECT_EQ(plain_value("2026-11-01T10:20:00"), "2026-11-01 10:20:00");
    EXPECT_EQ(plain_value("12.5000000000000000"), "12.5");
    EXPECT_EQ(plain_value("-3.0000000000000000"), "-3");
}

TEST(A_value, that_people_typed_stays_as_it_is) {
    for (const char* typed : {"", "007", "1.50", "12.", ".5000000000000000", "-.5000000000000000", "2026/11",
                              "=1+1", "1.5000000000000000 m", "v1.2.3"})
        EXPECT_EQ(plain_value(typed), typed);
}

TEST(The_table, numbers_its_lines_as_the_spreadsheet_does) {
    const auto table = table_of_csv("Field1,Field2\nCode,Titre\nA,\"l1\nl2\"\n,\n\nB,x\n", {});

    ASSERT_TRUE(table);
    EXPECT_THAT(table->header, testing::ElementsAre("Code", "Titre"));
    ASSERT_EQ(table->lines.size(), 2U);
    EXPECT_EQ(table->lines[0].number, 2U);
    EXPECT_EQ(table->lines[1].number, 5U);
}

TEST(The_table, without_rows_is_refused) {
    EXPECT_EQ(table_of_csv("", {}).error().kind, csv::CsvRefusal::empty);
    EXPECT_EQ(table_of_csv("Field1\n", {}).error().kind, csv::CsvRefusal::empty);
    EXPECT_EQ(table_of_csv("\n", {}).error().kind, csv::CsvRefusal::empty);
}

}  // namespace
}  // namespace maillage::platform::spreadsheet
