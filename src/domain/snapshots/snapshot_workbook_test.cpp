#include "domain/snapshots/snapshot_workbook.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "domain/snapshots/content_for_tests.hpp"
#include "platform/spreadsheet/spreadsheet_reader.hpp"
#include "tests/support/words.hpp"

namespace maillage::snapshots {
namespace {

namespace spreadsheet = platform::spreadsheet;

TEST(The_workbook_of_a_snapshot, holds_every_indicator_every_figure_and_every_action) {
    const Snapshot snapshot{.head = {.number = 3, .title = "Bilan", .author = "Camille"},
                            .content = a_dashboard()};
    const auto made = snapshot_workbook(test::french(), snapshot);
    ASSERT_TRUE(made);
    ASSERT_EQ(*spreadsheet::sheet_names(*made),
              (std::vector<std::string>{"Instantané", "Indicateurs", "Chiffres", "Actions"}));
    const auto lines = [&](const char* sheet) {
        return spreadsheet::read_spreadsheet(*made, {.sheet = sheet})->lines.size();
    };
    EXPECT_EQ(lines("Indicateurs"), 2U);
    EXPECT_EQ(lines("Chiffres"), 3U);
    EXPECT_EQ(lines("Actions"), 3U);
}

}  // namespace
}  // namespace maillage::snapshots
