#include <cmath>
#include <numbers>

#include "app/analyse_sentences.hpp"

// Points, clusters, near repeats.
namespace maillage::app {
namespace {

using engine::Certainty;
using engine::certainty_of;

// « Sur 999 villes simulées sans foyer, aucune n'a montré aussi fort. »
Sentences clusters(const Reading& result) {
    Sentences sentences;
    for (const auto& row : result.rows()) {
        const double p = result.at(row, "p").value_or(1);
        const double replicates = result.number("replicates").value_or(0);
        const double as_strong = std::round(p * (replicates + 1)) - 1;
        if (replicates < 1 || certainty_of(p) == Certainty::none) continue;
        sentences.push_back({.key = "said.scan.found",
                             .figures = {rounded("cases", result.at(row, "cases").value_or(0)),
                                         rounded("expected", result.at(row, "expected").value_or(0))}});
        if (as_strong < 1)
            sentences.push_back({.key = "said.scan.never", .figures = {number("towns", replicates)}});
        else
            sentences.push_back({.key = "said.scan.sometimes",
                                 .figures = {number("towns", replicates), number("times", as_strong)}});
        sentences.push_back(sure(certainty_of(p)));
    }
    if (sentences.empty()) sentences = {{.key = "said.scan.none"}, sure(Certainty::none)};
    sentences.push_back({.key = "said.scan.limits"});
    return sentences;
}

// An area and a duration, never an address.
Sentences knox(const Reading& result) {
    Sentences sentences;
    if (const auto far = result.number("vigilance_distance"); far && *far > 0) {
        sentences.push_back({.key = "said.knox.found",
                             .figures = {rounded("distance", *far),
                                         rounded("days", result.number("vigilance_days").value_or(0))}});
        sentences.push_back(sure(Certainty::high));
    } else {
        sentences = {{.key = "said.knox.none"}, sure(Certainty::none)};
    }
    sentences.push_back({.key = "said.knox.limits"});
    return sentences;
}

Sentences classical_knox(const Reading& result) {
    const auto certainty = certainty_of(result.number("p").value_or(1));
    Sentences sentences{{.key = "said.knox.pairs",
                         .figures = {number("observed", result.number("observed").value_or(0)),
                                     rounded("expected", result.number("expected").value_or(0)),
                                     rounded("distance", result.number("distance").value_or(0)),
                                     rounded("days", result.number("days").value_or(0))}},
                        sure(certainty)};
    sentences.push_back({.key = "said.knox.limits"});
    return sentences;
}

// An alarm asks for a look; where there is none, nothing is promised.
Sentences cluster_watch(const Reading& result) {
    const double events = static_cast<double>(result.rows().size());
    const auto alarm = result.number("first_alarm");
    Sentences sentences;
    if (alarm)
        sentences.push_back({.key = "said.living.alarm",
                             .figures = {number("event", *alarm), number("events", events),
                                         rounded("threshold", result.number("threshold").value_or(0))}});
    else
        sentences.push_back({.key = "said.living.quiet", .figures = {number("events", events)}});
    sentences.push_back({.key = "said.living.limits"});
    return sentences;
}

Sentences groups_of_points(const Reading& result) {
    return {{.key = "said.groups.found",
             .figures = {number("groups", result.number("clusters").value_or(0)),
                         number("alone", result.number("noise").value_or(0)),
                         number("points", static_cast<double>(result.rows().size()))}},
            {.key = "said.groups.limits"}};
}

Sentences nni(const Reading& result) {
    const Certainty certainty = certainty_of(result.number("p").value_or(1));
    Sentences sentences;
    if (certainty != Certainty::none)
        sentences.push_back({.key = result.number("z").value_or(0) < 0
                                        ? platform::i18n::Key("said.nni.crowded")
                                        : platform::i18n::Key("said.nni.apart")});
    sentences.push_back(sure(certainty));
    sentences.push_back({.key = "said.nni.limits"});
    return sentences;
}

Sentences k_function(const Reading& result) {
    Sentences sentences;
    for (const auto& row : result.rows()) {
        const double r = result.at(row, "r").value_or(0);
        if (r <= 0 || sentences.size() >= 5) continue;
        sentences.push_back(
            {.key = "said.k.found",
             .figures = {rounded("distance", r),
                         rounded("times", result.at(row, "k").value_or(0) / (std::numbers::pi * r * r))}});
    }
    if (!result.has("highest")) {
        sentences.push_back({.key = "said.k.limits"});
        return sentences;
    }
    const auto outside = [&](std::string_view bound, bool above) {
        return result.count([&](const auto& row) {
            const double k = result.at(row, "k").value_or(0), limit = result.at(row, bound).value_or(k);
            return above ? k > limit : k < limit;
        });
    };
    sentences.push_back(
        {.key = "said.k.envelope",
         .figures = {number("above", outside("highest", true)), number("below", outside("lowest", false)),
                     number("radii", static_cast<double>(result.rows().size())),
                     number("towns", result.number("simulations").value_or(0))}});
    sentences.push_back({.key = "said.k.envelope_limits"});
    return sentences;
}

Sentences kde(const Reading& result) {
    return {{.key = "said.density.what",
             .figures = {rounded("sigma", result.number("sigma").value_or(0)),
                         number("used", result.number("used").value_or(0))}},
            {.key = "said.density.limits"}};
}

Sentences prediction_accuracy(const Reading& result) {
    return {{.key = "said.pai.found",
             .figures = {percent("area", result.number("area_share").value_or(0)),
                         percent("facts", result.number("event_share").value_or(0)),
                         number("events", result.number("events").value_or(0)),
                         rounded("pai", result.number("pai").value_or(0))}},
            {.key = "said.pai.limits"}};
}

constexpr MethodSentences sentences[] = {
    {"scan", clusters},
    {"scan-stp", clusters},
    {"knox", knox},
    {"dbscan", groups_of_points},
    {"hdbscan", groups_of_points},
    {"nni", nni},
    {"k-function", k_function},
    {"cross-k", k_function},
    {"kde", kde},
    {"subset-scan", clusters},
    {"knox-classical", classical_knox},
    {"pai", prediction_accuracy},
    {"cluster-watch", cluster_watch},
};

}  // namespace

std::span<const MethodSentences> place_sentences() { return sentences; }

}  // namespace maillage::app
