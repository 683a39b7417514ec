#include <cmath>

#include "app/analyse_sentences.hpp"

// Siting, and tables to be published.
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

constexpr MethodSentences sentences[] = {{"mclp", mclp}, {"suppress", suppress}};

}  // namespace

std::span<const MethodSentences> other_sentences() { return sentences; }

}  // namespace maillage::app
