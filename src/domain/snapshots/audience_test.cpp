#include "domain/snapshots/audience.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "domain/snapshots/comparison.hpp"
#include "domain/snapshots/content_for_tests.hpp"
#include "domain/snapshots/content_json.hpp"
#include "domain/snapshots/snapshot_document.hpp"
#include "domain/snapshots/snapshot_words.hpp"
#include "domain/snapshots/snapshot_workbook.hpp"
#include "platform/spreadsheet/spreadsheet_reader.hpp"
#include "tests/support/words.hpp"

namespace maillage::snapshots {
namespace {

using testing::AllOf;
using testing::Contains;
using testing::HasSubstr;
using testing::Not;

// A year and its halves, of which one is small, and a latest year that is small too.
Snapshot of_counts(double small, double other, double latest) {
    FrozenIndicator thefts = indicator("vols", {figure("2023", 70), figure("2023-S1", small),
                                                figure("2023-S2", other), figure("2025", latest)});
    thefts.indicator.definition.police_initiated = true;
    const std::string said = std::to_string(static_cast<int>(latest)) + " faits";
    thefts.said = {.fr = {said}, .en = {said}};
    return {
        .head = {.number = 3, .title = "Bilan", .author = "Camille", .fingerprint = said},
        .content = {.council = "CLSPD de Laval",
                    .groups = {{.code = "", .name = "", .name_en = "", .faults = {}, .indicators = {thefts}}},
                    .actions = {}}};
}

Snapshot for_partners(double small, double other, double latest) {
    Snapshot snapshot = of_counts(small, other, latest);
    guard(snapshot, 5);
    return snapshot;
}

std::string paper(const Snapshot& snapshot) { return snapshot_document(test::french(), snapshot).bytes; }

std::vector<std::string> cells(const Snapshot& snapshot, const char* sheet) {
    const auto made = snapshot_workbook(test::french(), snapshot);
    std::vector<std::string> all;
    for (const auto& line : platform::spreadsheet::read_spreadsheet(*made, {.sheet = sheet})->lines)
        all.insert(all.end(), line.cells.begin(), line.cells.end());
    return all;
}

TEST(A_snapshot_for_partners, is_the_same_whatever_its_small_counts_are) {
    const Snapshot one = for_partners(3, 67, 4), other = for_partners(2, 68, 1);
    EXPECT_EQ(write_content(one.content), write_content(other.content));
    EXPECT_EQ(paper(one), paper(other));
    for (const char* sheet : {"Instantané", "Indicateurs", "Chiffres"})
        EXPECT_EQ(cells(one, sheet), cells(other, sheet)) << sheet;
    EXPECT_NE(paper(of_counts(3, 67, 4)), paper(of_counts(2, 68, 1)));
}

TEST(A_snapshot_for_partners, says_so_on_its_paper_and_in_its_workbook) {
    EXPECT_THAT(paper(for_partners(3, 67, 4)), AllOf(HasSubstr("Pour les partenaires"), HasSubstr("moins de"),
                                                     HasSubstr("non diffusé"), Not(HasSubstr("4 faits"))));
    EXPECT_THAT(paper(of_counts(3, 67, 4)), AllOf(HasSubstr("Pour la coordination"), HasSubstr("4 faits")));
    EXPECT_THAT(cells(for_partners(3, 67, 4), "Instantané"), Contains(HasSubstr("Pour les partenaires")));
    EXPECT_THAT(cells(for_partners(3, 67, 4), "Chiffres"), Contains(HasSubstr("moins de")));
}

// Both are small: that one became the other is not told either.
TEST(Two_snapshots_for_partners, do_not_say_that_a_small_count_changed) {
    const Snapshot one = for_partners(3, 67, 4), other = for_partners(3, 67, 1);
    const IndicatorChange change =
        compare(&one.content.groups[0].indicators[0], &other.content.groups[0].indicators[0]);
    EXPECT_EQ(change.outcome, Outcome::unlike);
    EXPECT_EQ(change.why, indicators::Unlike::withheld);
}

// R-STA-5
TEST(What_the_police_found, carries_its_caution_beside_each_value_of_a_snapshot) {
    const Snapshot snapshot = of_counts(30, 40, 50);
    const char* caution = "ne mesure pas la délinquance";
    EXPECT_THAT(paper(snapshot), HasSubstr(caution));
    EXPECT_THAT(cells(snapshot, "Indicateurs"), Contains(HasSubstr(caution)));
    EXPECT_THAT(cells(snapshot, "Chiffres"), Contains(HasSubstr(caution)));
    EXPECT_THAT(in_words(test::french(), compare(&snapshot.content.groups[0].indicators[0], nullptr)),
                Contains(HasSubstr(caution)));
}

}  // namespace
}  // namespace maillage::snapshots
