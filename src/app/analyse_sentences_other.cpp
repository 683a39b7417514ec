#include <cmath>

#include "app/analyse_sentences.hpp"

// Siting, what is seen, counts, and tables to be published.
namespace maillage::app {
namespace {

Sentences mclp(const Reading& result) {
    const double total = result.number("total").value_or(0), covered = result.number("covered").value_or(0);
    const double bound = result.number("bound").value_or(0);
    Sentences sentences;
    if (total > 0)
        sentences.push_back(
            {.key = "said.sites.found",
             .figures = {number("sites", static_cast<double>(result.rows().size())),
                         percent("before", result.number("already_covered").value_or(0) / total),
                         percent("after", covered / total),
                         rounded("radius", result.number("radius").value_or(0))}});
    if (result.is_true("proven"))
        sentences.push_back({.key = "said.sites.proven"});
    else if (bound > 0)
        // Rounded down: "at least" is a promise.
        sentences.push_back({.key = "said.sites.at_least",
                             .figures = {percent("share", std::floor(100 * covered / bound) / 100)}});
    sentences.push_back({.key = "said.sites.limits"});
    return sentences;
}

Sentences suppress(const Reading& result) {
    return {{.key = "said.suppress.found",
             .figures = {number("primary", result.number("primary").value_or(0)),
                         number("complementary", result.number("complementary").value_or(0)),
                         number("threshold", result.number("threshold").value_or(0))}},
            {.key = "said.suppress.limits"}};
}

Sentences rounding(const Reading& result) {
    return {{.key = "said.rounded.found",
             .figures = {number("cells", result.number("cells").value_or(0)),
                         number("base", result.number("base").value_or(0))}},
            {.key = "said.rounded.limits"}};
}

Sentences view_shed(const Reading& result) {
    Sentences sentences;
    double open = 0;
    for (const auto& row : result.rows()) open += result.at(row, "share_open").value_or(0);
    const auto places = static_cast<double>(result.rows().size());
    sentences.push_back(
        {.key = "said.seen.area",
         .figures = {number("places", places), percent("share", places > 0 ? open / places : 0),
                     rounded("range", result.number("range").value_or(0))}});
    if (const auto seen = result.number("share_seen"))
        sentences.push_back({.key = "said.seen.targets",
                             .figures = {percent("once", *seen),
                                         percent("twice", result.number("share_seen_twice").value_or(0))}});
    sentences.push_back({.key = "said.seen.limits"});
    return sentences;
}

Sentences counts(const Reading& result) {
    return {{.key = "said.counts.found",
             .figures = {number("events", result.number("events").value_or(0)),
                         number("months", result.number("months").value_or(0)),
                         number("lines", static_cast<double>(result.rows().size()))}},
            {.key = "said.counts.limits"}};
}

constexpr MethodSentences sentences[] = {{"mclp", mclp},
                                         {"suppress", suppress},
                                         {"round", rounding},
                                         {"view-shed", view_shed},
                                         {"counts", counts}};

}  // namespace

std::span<const MethodSentences> other_sentences() { return sentences; }

}  // namespace maillage::app
