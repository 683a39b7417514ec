#include "domain/snapshots/snapshot_document.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "domain/snapshots/content_for_tests.hpp"
#include "domain/snapshots/period_table.hpp"
#include "tests/support/words.hpp"

namespace maillage::snapshots {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

Snapshot a_snapshot(Content content = a_dashboard()) {
    return {
        .head = {.number = 3,
                 .title = "Bilan",
                 .occasion = Occasion::plenary,
                 .meeting_on = foundation::Date::create(2026, 12, 15),
                 .taken_at = foundation::Instant{std::chrono::sys_days(std::chrono::year(2026) / 11 / 24)},
                 .author = "Camille Martin",
                 .fingerprint = "0123abcd"},
        .content = std::move(content)};
}

std::string document(const Snapshot& snapshot) { return snapshot_document(test::french(), snapshot).bytes; }

std::size_t times(const std::string& text, std::string_view part) {
    std::size_t found = 0;
    for (std::size_t at = text.find(part); at != text.npos; at = text.find(part, at + 1)) ++found;
    return found;
}

TEST(The_paper_of_a_snapshot, has_a_cover_with_its_number_its_meeting_its_author_and_its_fingerprint) {
    const std::string paper = document(a_snapshot());
    const std::string cover = paper.substr(0, paper.find("</section>"));
    EXPECT_THAT(
        cover, AllOf(HasSubstr("class=\"cover\""), HasSubstr("n°"), HasSubstr("Bilan"),
                     HasSubstr("15\u00A0décembre 2026"), HasSubstr("Camille Martin"), HasSubstr("0123abcd")));
}

TEST(The_paper_of_a_snapshot, lists_in_its_contents_chapters_that_are_there) {
    const std::string paper = document(a_snapshot());
    const std::size_t begin = paper.find("class=\"contents\""), end = paper.find("</ol>", begin);
    const std::string contents = paper.substr(begin, end - begin);
    for (const char* chapter : {"summary", "group-council", "group-G1", "actions"}) {
        EXPECT_THAT(contents, HasSubstr(std::string("href=\"#") + chapter + "\""));
        EXPECT_THAT(paper, HasSubstr(std::string("id=\"") + chapter + "\""));
    }
}

TEST(The_paper_of_a_snapshot, follows_each_chart_with_its_figures) {
    const std::string paper = document(a_snapshot());
    ASSERT_EQ(times(paper, "<figure"), 2U) << "the thefts and the states of the actions";
    for (std::size_t at = paper.find("<figure"); at != paper.npos; at = paper.find("<figure", at + 1)) {
        const std::string chart = paper.substr(at, paper.find("</figure>", at) - at);
        EXPECT_LT(chart.find("<svg"), chart.find("<table"));
        EXPECT_THAT(chart, HasSubstr("<table"));
    }
}

TEST(The_paper_of_a_snapshot, says_a_state_a_lateness_and_a_missing_figure_in_words) {
    const std::string paper = document(a_snapshot());
    EXPECT_THAT(paper, AllOf(HasSubstr("En retard"), HasSubstr("En cours"), HasSubstr("Terminée"),
                             HasSubstr("Chiffres manquants"), HasSubstr("2023"), HasSubstr("provisoire"),
                             HasSubstr("Version de la définition")));
}

TEST(A_long_series_on_paper, is_read_by_year_with_the_missing_month_named) {
    std::vector<indicators::Figure> figures;
    for (int month = 0; month < 30; ++month)
        if (month != 14)
            figures.push_back(figure(std::to_string(2023 + month / 12) + "-" + (month % 12 < 9 ? "0" : "") +
                                         std::to_string(month % 12 + 1),
                                     100 + month));
    Content content = a_dashboard();
    content.groups[0].indicators = {indicator("vols", figures)};

    const std::string paper = document(a_snapshot(content));
    const std::size_t begin = paper.find("class=\"by-year\"");
    ASSERT_NE(begin, paper.npos);
    const std::string table = paper.substr(begin, paper.find("</table>", begin) - begin);
    EXPECT_LT(paper.find("<svg"), begin);
    EXPECT_EQ(times(table, "<tr"), 4U) << "a head and three years";
    EXPECT_THAT(table, AllOf(HasSubstr("janv."), HasSubstr("déc."), HasSubstr(">100<"), HasSubstr(">129<"),
                             HasSubstr("n.d.")));
    EXPECT_EQ(times(table, ">n.d.<"), 1U);
}

TEST(The_paper_of_a_snapshot, is_in_the_language_asked_for) {
    const std::string paper = snapshot_document(test::english(), a_snapshot()).bytes;
    EXPECT_THAT(paper, AllOf(HasSubstr("Recorded thefts"), HasSubstr("No conclusion"),
                             HasSubstr("Tracking table"), Not(HasSubstr("Tableau de suivi"))));
}

}  // namespace
}  // namespace maillage::snapshots
