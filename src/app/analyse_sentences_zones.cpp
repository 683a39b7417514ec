#include "app/analyse_sentences.hpp"

// Zones of a map, and whether neighbours look alike. Numbers of zones, never which one is first.
namespace maillage::app {
namespace {

using engine::Certainty;
using engine::certainty_of;

SaidFigure all_of(const Reading& result) {
    return number("zones", static_cast<double>(result.rows().size()));
}

Sentences standardise(const Reading& result) {
    const auto above = result.count([&](const auto& row) { return result.at(row, "low").value_or(0) > 1; });
    const auto below = result.count([&](const auto& row) { return result.at(row, "high").value_or(2) < 1; });
    return {{.key = "said.standardise.found",
             .figures = {number("above", above), number("below", below), all_of(result)}},
            {.key = "said.standardise.limits"}};
}

Sentences standardise_directly(const Reading& result) {
    return {{.key = "said.standardise.direct", .figures = {all_of(result)}},
            {.key = "said.standardise.limits"}};
}

// How many of each class, never which.
Sentences emerging(const Reading& result) {
    const auto of = [&](std::string_view kind) {
        return result.count([&](const auto& row) { return result.text_at(row, "class") == kind; });
    };
    Sentences sentences{
        {.key = "said.emerging.found",
         .figures = {number("emerging", of("emerging")), number("persistent", of("persistent")),
                     number("receding", of("receding")), all_of(result),
                     number("periods", result.number("periods").value_or(0))}}};
    const double any = of("emerging") + of("persistent") + of("receding");
    sentences.push_back(sure(any > 0 ? Certainty::high : Certainty::none));
    sentences.push_back({.key = "said.emerging.limits"});
    return sentences;
}

Sentences empirical_bayes(const Reading& result) {
    return {{.key = "said.smoothed.found", .figures = {all_of(result)}}, {.key = "said.smoothed.limits"}};
}

Sentences choynowski(const Reading& result) {
    const auto passed = [&](bool low) {
        return result.count([&](const auto& row) {
            return result.at(row, "q").value_or(1) <= 0.05 && result.is_true(row, "low") == low;
        });
    };
    return {{.key = "said.choynowski.found",
             .figures = {number("above", passed(false)), number("below", passed(true)), all_of(result)}},
            sure(passed(false) + passed(true) > 0 ? Certainty::high : Certainty::none),
            {.key = "said.standardise.limits"}};
}

Sentences funnel(const Reading& result) {
    const auto outside = [&](std::string_view place) {
        return result.count([&](const auto& row) { return result.text_at(row, "place") == place; });
    };
    return {{.key = "said.funnel.found",
             .figures = {number("outside", outside("outside_998")), number("near", outside("outside_95")),
                         all_of(result)}},
            {.key = "said.funnel.limits"}};
}

// Alike, unlike or no conclusion; the permutation test speaks where it was asked for.
Sentences likeness(double difference, double p) {
    const Certainty certainty = certainty_of(p);
    Sentences sentences;
    if (certainty != Certainty::none && difference > 0) sentences.push_back({.key = "said.likeness.alike"});
    if (certainty != Certainty::none && difference <= 0) sentences.push_back({.key = "said.likeness.unlike"});
    sentences.push_back(sure(certainty));
    sentences.push_back({.key = "said.likeness.limits"});
    return sentences;
}

Sentences global(const Reading& result) {
    const auto shuffled = result.number("p_permutation_two_sided");
    return likeness(result.number("z").value_or(0), shuffled ? *shuffled : result.number("p").value_or(1));
}

Sentences empirical_bayes_moran(const Reading& result) {
    return likeness(result.number("statistic").value_or(0) - result.number("expected").value_or(0),
                    result.number("p").value_or(1));
}

Sentences join_counts(const Reading& result) {
    if (result.rows().empty()) return {};
    const auto& high = result.rows().front();
    return likeness(result.at(high, "z").value_or(0), result.at(high, "p").value_or(1));
}

// The three words are the family's: the best that any coloured zone reaches, each with its number.
Sentences hot_spots(const Reading& result) {
    const bool shuffled = result.has("q_permutation");
    const auto hot = [&](const auto& row, Certainty certainty) {
        return result.at(row, "z").value_or(0) > 0 &&
               certainty_of(result.at(row, shuffled ? "q_permutation" : "q").value_or(1)) == certainty;
    };
    Sentences sentences;
    for (const Certainty certainty : {Certainty::high, Certainty::medium, Certainty::low}) {
        const double found = result.count([&](const auto& row) { return hot(row, certainty); });
        if (found == 0) continue;
        sentences.push_back({.key = "said.hot.found", .figures = {number("found", found), all_of(result)}});
        sentences.push_back(sure(certainty));
    }
    if (sentences.empty()) sentences = {{.key = "said.hot.none"}, sure(Certainty::none)};
    sentences.push_back({.key = "said.hot.limits"});
    return sentences;
}

Sentences local_moran(const Reading& result) {
    const bool shuffled = result.has("q_permutation");
    const auto found = [&](bool alike) {
        return result.count([&](const auto& row) {
            return result.at(row, shuffled ? "q_permutation" : "q").value_or(1) <= 0.05 &&
                   (result.at(row, "z").value_or(0) > 0) == alike;
        });
    };
    const double alike = found(true), unlike = found(false);
    return {{.key = "said.local_moran.found",
             .figures = {number("alike", alike), number("unlike", unlike), all_of(result)}},
            sure(alike + unlike > 0 ? Certainty::high : Certainty::none),
            {.key = "said.hot.limits"}};
}

constexpr MethodSentences sentences[] = {
    {"standardise", standardise},
    {"standardise-direct", standardise_directly},
    {"emerging", emerging},
    {"empirical-bayes", empirical_bayes},
    {"empirical-bayes-moran", empirical_bayes_moran},
    {"choynowski", choynowski},
    {"funnel", funnel},
    {"moran", global},
    {"geary", global},
    {"getis-g", global},
    {"join-counts", join_counts},
    {"local-moran", local_moran},
    {"local-g", hot_spots},
    {"local-g-star", hot_spots},
};

}  // namespace

std::span<const MethodSentences> zone_sentences() { return sentences; }

}  // namespace maillage::app
