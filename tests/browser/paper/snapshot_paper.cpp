#include <cstdio>

#include "domain/snapshots/content_for_tests.hpp"
#include "domain/snapshots/snapshot_document.hpp"
#include "platform/pdf/print_document.hpp"
#include "tests/support/words.hpp"

// Prints the HTML that WeasyPrint would make a PDF of: what tests/browser/journeys/snapshots.spec.mjs gives
// to axe.
int main() {
    namespace snapshots = maillage::snapshots;
    snapshots::Content content = snapshots::a_dashboard();
    snapshots::FrozenIndicator monthly = snapshots::indicator("rondes", {});
    for (int year = 2024; year < 2027; ++year)
        for (const char* month :
             {"-01", "-02", "-03", "-04", "-06", "-07", "-08", "-09", "-10", "-11", "-12"})
            monthly.figures.push_back(snapshots::figure(std::to_string(year) + month, 40 + year % 7));
    content.groups[1].indicators.push_back(monthly);
    const snapshots::Snapshot snapshot{.head = {.number = 1, .title = "Bilan", .author = "Camille Martin"},
                                       .content = content};
    const auto& words = maillage::test::french();
    const std::string paper =
        maillage::platform::pdf::print_document({.title = snapshots::title_in_words(words, snapshot.head),
                                                 .language = words.code(),
                                                 .head = "CLSPD",
                                                 .foot = ""},
                                                snapshots::snapshot_document(words, snapshot));
    return std::fwrite(paper.data(), 1, paper.size(), stdout) == paper.size() ? 0 : 1;
}
