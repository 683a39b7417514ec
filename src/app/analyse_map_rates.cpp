#include "app/analyse_input.hpp"
#include "app/analyse_methods.hpp"
#include "engine/inference/false_discovery.hpp"
#include "engine/rates/choynowski.hpp"
#include "engine/rates/empirical_bayes.hpp"
#include "engine/rates/empirical_bayes_moran.hpp"
#include "engine/rates/funnel.hpp"
#include "engine/rates/standardisation.hpp"
#include "foundation/result.hpp"

// Rates of the zones of a map.
namespace maillage::app {
namespace {

struct CasesAndPeople {
    std::vector<double> cases, people;
};

Answer<CasesAndPeople> cases_and_people(const Request& request, const InputTable& table) {
    return CasesAndPeople{.cases = TRY(table.numbers_of(request, "cases")),
                          .people = TRY(table.numbers_of(request, "population"))};
}

Answer<Analysis> empirical_bayes(const Request& request) {
    const auto table = TRY(InputTable::of(request));
    const auto zones = TRY(cases_and_people(request, table));
    Analysis analysis{.columns = {"row", "rate", "smoothed"}};
    std::vector<double> smoothed;
    if (request.has("neighbours") || request.has("outlines") || request.has("nearest") ||
        request.has("distance")) {
        const auto neighbours = TRY(neighbours_of(request, table));
        smoothed = TRY(answered(engine::local_empirical_bayes(zones.cases, zones.people, neighbours)));
    } else {
        auto found = TRY(answered(engine::empirical_bayes(zones.cases, zones.people)));
        analysis.figure("mean", found.mean).figure("variance", found.variance);
        smoothed = std::move(found.rate);
    }
    for (std::size_t i = 0; i < smoothed.size(); ++i)
        analysis.rows.push_back({whole(i + 1),
                                 zones.people[i] > 0 ? Value(zones.cases[i] / zones.people[i]) : Value(),
                                 smoothed[i]});
    return analysis;
}

Answer<Analysis> empirical_bayes_moran(const Request& request) {
    const auto table = TRY(InputTable::of(request));
    const auto zones = TRY(cases_and_people(request, table));
    const engine::EmpiricalBayesMoranOptions options{.weights = TRY(weights_of(request)),
                                                     .replicates = TRY(request.small_or("permutations", 999)),
                                                     .seed = TRY(request.whole_or("seed", 1))};
    const auto neighbours = TRY(neighbours_of(request, table));
    const auto found =
        TRY(answered(engine::empirical_bayes_moran(zones.cases, zones.people, neighbours, options)));
    Analysis analysis;
    analysis.figure("statistic", found.statistic)
        .figure("expected", found.expected)
        .figure("p", found.p_greater)
        .figure("permutations", whole(found.replicates));
    return analysis;
}

Answer<Analysis> choynowski(const Request& request) {
    const auto table = TRY(InputTable::of(request));
    const auto zones = TRY(cases_and_people(request, table));
    const auto found = TRY(answered(engine::choynowski(zones.cases, zones.people)));
    std::vector<double> p;
    for (const auto& zone : found) p.push_back(zone.p);
    const auto q = TRY(answered(engine::benjamini_hochberg(p)));
    Analysis analysis{.columns = {"row", "cases", "expected", "p", "q", "low"}};
    analysis.figure("tests", whole(p.size()));
    for (std::size_t i = 0; i < found.size(); ++i)
        analysis.rows.push_back(
            {whole(i + 1), zones.cases[i], found[i].expected, found[i].p, q[i], found[i].low});
    return analysis;
}

std::string word_of(engine::FunnelPlace place) {
    switch (place) {
    case engine::FunnelPlace::inside: return "inside";
    case engine::FunnelPlace::outside_95: return "outside_95";
    case engine::FunnelPlace::outside_998: return "outside_998";
    }
    return "inside";
}

Answer<Analysis> funnel(const Request& request) {
    const auto table = TRY(InputTable::of(request));
    const auto cases = TRY(table.numbers_of(request, "cases"));
    const auto expected = TRY(table.numbers_of(request, "expected"));
    const auto found = TRY(answered(engine::funnel(cases, expected)));
    Analysis analysis{.columns = {"row", "ratio", "low_95", "high_95", "low_998", "high_998", "place"}};
    analysis.figure("dispersion", found.dispersion).figure("widened", found.widened);
    for (std::size_t i = 0; i < found.zones.size(); ++i) {
        const auto& zone = found.zones[i];
        analysis.rows.push_back({whole(i + 1), zone.ratio, zone.limits_95.low, zone.limits_95.high,
                                 zone.limits_998.low, zone.limits_998.high, word_of(zone.place)});
    }
    return analysis;
}

// One row per zone and stratum, the strata of a zone together, all zones with the same strata.
Answer<Analysis> standardise(const Request& request) {
    const auto table = TRY(InputTable::of(request));
    const auto zones = TRY(cases_and_people(request, table));
    const auto strata = TRY(request.whole_or("strata", 1));
    const auto found = TRY(answered(engine::indirect_standardisation(
        {.cases = zones.cases, .population = zones.people, .strata = static_cast<std::size_t>(strata)})));
    Analysis analysis{.columns = {"zone", "observed", "expected", "ratio", "low", "high"}};
    for (std::size_t i = 0; i < found.size(); ++i)
        analysis.rows.push_back({whole(i + 1), found[i].observed, found[i].expected, found[i].ratio,
                                 found[i].interval.low, found[i].interval.high});
    return analysis;
}

// The same rows, and the standard population of each stratum in the column of `--standard` (repeated in every
// zone).
Answer<Analysis> standardise_directly(const Request& request) {
    const auto table = TRY(InputTable::of(request));
    const auto zones = TRY(cases_and_people(request, table));
    const auto standard = TRY(table.numbers_of(request, "standard"));
    const auto strata = static_cast<std::size_t>(TRY(request.whole_or("strata", 1)));
    const auto level = TRY(request.number_or("level", 0.95));
    if (strata == 0 || zones.cases.size() % strata != 0)
        return std::unexpected(Problem{.code = "lengths_differ",
                                       .found = static_cast<double>(zones.cases.size()),
                                       .needed = static_cast<double>(strata)});
    if (zones.cases.empty()) return std::unexpected(Problem{.code = "empty", .found = 0});
    Analysis analysis{.columns = {"zone", "rate", "variance", "low", "high"}};
    for (std::size_t first = 0; first < zones.cases.size(); first += strata) {
        const auto of = [&](const std::vector<double>& column) {
            return std::span(column).subspan(first, strata);
        };
        const auto found = TRY(
            answered(engine::direct_standardisation(of(zones.cases), of(zones.people), of(standard), level)));
        analysis.rows.push_back(
            {whole(first / strata + 1), found.rate, found.variance, found.interval.low, found.interval.high});
    }
    return analysis;
}

const AnalyseMethod methods[] = {
    {"standardise", "FILE", "cases population strata", "zone observed expected ratio low high", standardise},
    {"standardise-direct", "FILE", "cases population standard strata level", "zone rate variance low high",
     standardise_directly},
    {"empirical-bayes", "FILE",
     "cases population neighbours outlines contiguity precision x y nearest distance",
     "mean variance row rate smoothed", empirical_bayes},
    {"empirical-bayes-moran", "FILE",
     "cases population neighbours outlines contiguity precision x y nearest distance weights permutations "
     "seed",
     "statistic expected p permutations", empirical_bayes_moran},
    {"choynowski", "FILE", "cases population", "tests row cases expected p q low", choynowski},
    {"funnel", "FILE", "cases expected", "dispersion widened row ratio low_95 high_95 low_998 high_998 place",
     funnel},
};

}  // namespace

std::span<const AnalyseMethod> map_rate_methods() { return methods; }

}  // namespace maillage::app
