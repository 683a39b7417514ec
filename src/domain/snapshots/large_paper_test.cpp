#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "domain/snapshots/content_for_tests.hpp"
#include "domain/snapshots/snapshot_document.hpp"
#include "platform/pdf/pdf.hpp"
#include "platform/pdf/print_document.hpp"
#include "platform/sandbox/sandbox.hpp"
#include "tests/support/words.hpp"

namespace maillage::snapshots {
namespace {

// Three groups of eight monthly indicators over five years and the 47 actions of a strategy.
Content a_large_dashboard() {
    Content content{.council = "CLSPD de Laval"};
    for (const char* code : {"G1", "G2", "G3"}) {
        FrozenGroup group{.code = code, .name = "Groupe", .name_en = "Group"};
        for (int number = 0; number < 8; ++number) {
            FrozenIndicator frozen = indicator(code + std::to_string(number), {});
            for (int month = 0; month < 60; ++month)
                frozen.figures.push_back(figure(std::to_string(2021 + month / 12) + "-" +
                                                    (month % 12 < 9 ? "0" : "") +
                                                    std::to_string(month % 12 + 1),
                                                200 + 7 * number + month % 13));
            group.indicators.push_back(std::move(frozen));
        }
        content.groups.push_back(std::move(group));
    }
    for (int number = 1; number <= 47; ++number)
        content.actions.push_back(action("PRE-" + std::to_string(number), "under_way", number));
    return content;
}

std::string facts_of(const std::string& pdf) {
    const auto outcome = platform::sandbox::run({.arguments = {"/usr/bin/pdfinfo", "made.pdf"},
                                                 .input = {},
                                                 .files = {{.name = "made.pdf", .bytes = pdf}},
                                                 .environment = {},
                                                 .limits = {}});
    return outcome ? outcome->output : "poppler-utils is not installed";
}

TEST(A_large_snapshot, makes_a_tagged_pdf_within_the_time_of_a_job) {
    const auto& words = test::french();
    const Snapshot snapshot{.head = {.number = 1, .title = "Bilan", .author = "Camille"},
                            .content = a_large_dashboard()};
    const std::string html =
        platform::pdf::print_document({.title = "Bilan", .language = "fr", .head = "Laval", .foot = ""},
                                      snapshot_document(words, snapshot));

    const auto made = platform::pdf::render_pdf(html, {.folder = MAILLAGE_SOURCE_DIR "/web/print"});

    ASSERT_TRUE(made) << static_cast<int>(made.error());
    const std::string facts = facts_of(*made);
    EXPECT_THAT(facts, testing::HasSubstr("Tagged:          yes"));
    const std::size_t at = facts.find("Pages:");
    ASSERT_NE(at, facts.npos) << facts;
    RecordProperty("pages", std::stoi(facts.substr(at + 6)));
    EXPECT_GE(std::stoi(facts.substr(at + 6)), 20);
    std::size_t bookmarks = 0;
    for (std::size_t found = made->find("/Dest"); found != made->npos; found = made->find("/Dest", found + 1))
        ++bookmarks;
    EXPECT_GT(bookmarks, 24U) << "a bookmark for each indicator";
}

}  // namespace
}  // namespace maillage::snapshots
