#include <algorithm>

#include "app/analyse_input.hpp"
#include "app/analyse_methods.hpp"
#include "engine/core/normal.hpp"
#include "engine/space/autocorrelation.hpp"
#include "engine/space/global_permutation.hpp"
#include "engine/space/join_counts.hpp"
#include "engine/space/local_statistics.hpp"
#include "engine/space/permutation.hpp"
#include "foundation/result.hpp"

// Do neighbours look alike? Global and local autocorrelation.
namespace maillage::app {
namespace {

struct Map {
    InputTable table;
    std::vector<double> values;
    engine::Neighbours neighbours;
    engine::Weights weights;
};

Answer<Map> map_of(const Request& request) {
    auto table = TRY(InputTable::of(request));
    auto values = TRY(table.numbers_of(request, "value"));
    auto neighbours = TRY(neighbours_of(request, table));
    return Map{std::move(table), std::move(values), std::move(neighbours), TRY(weights_of(request))};
}

Analysis figures_of(const engine::GlobalStatistic& found) {
    Analysis analysis;
    analysis.figure("statistic", found.statistic)
        .figure("expected", found.expected)
        .figure("variance", found.variance)
        .figure("z", found.z)
        .figure("p", found.p)
        .figure("p_alike", engine::normal_cdf(-found.z))
        .figure("used", whole(found.used))
        .figure("islands", whole(found.islands));
    return analysis;
}

using Global = engine::Outcome<engine::GlobalStatistic> (*)(std::span<const double>,
                                                            const engine::Neighbours&, engine::Weights,
                                                            engine::Null);

// `--permutations N --seed S`: the test that shuffles the values over the units.
Answer<Analysis> with_permutations(Analysis analysis, const Request& request, const Map& map,
                                   engine::GlobalMeasure measure) {
    if (!request.has("permutations")) return analysis;
    const engine::GlobalPermutationOptions options{.weights = map.weights,
                                                   .replicates = TRY(request.small_or("permutations", 999)),
                                                   .seed = TRY(request.whole_or("seed", 1))};
    foundation::ThreadPool threads(TRY(request.threads()));
    const auto found = TRY(
        answered(engine::permuted_global(measure, map.values, map.neighbours, options, threads.executor())));
    analysis.figure("p_permutation", found.p_alike)
        .figure("p_permutation_two_sided", found.p)
        .figure("permutations", whole(found.replicates));
    return analysis;
}

Answer<Analysis> with_both_nulls(const Request& request, Global statistic, engine::GlobalMeasure measure) {
    const Map map = TRY(map_of(request));
    Analysis analysis = figures_of(
        TRY(answered(statistic(map.values, map.neighbours, map.weights, engine::Null::randomisation))));
    const auto normal =
        TRY(answered(statistic(map.values, map.neighbours, map.weights, engine::Null::normality)));
    analysis.figure("variance_normality", normal.variance)
        .figure("z_normality", normal.z)
        .figure("p_normality", normal.p);
    return with_permutations(std::move(analysis), request, map, measure);
}

Answer<Analysis> moran(const Request& request) {
    return with_both_nulls(request, engine::moran, engine::GlobalMeasure::moran);
}

Answer<Analysis> geary(const Request& request) {
    return with_both_nulls(request, engine::geary, engine::GlobalMeasure::geary);
}

Answer<Analysis> getis_g(const Request& request) {
    Map map = TRY(map_of(request));
    // Its authors' weights are binary: rows that sum to 1 are for who asks for them.
    if (!request.has("weights")) map.weights = engine::Weights::binary;
    return with_permutations(
        figures_of(TRY(answered(engine::getis_g(map.values, map.neighbours, map.weights)))), request, map,
        engine::GlobalMeasure::getis_g);
}

Answer<Analysis> join_counts(const Request& request) {
    const Map map = TRY(map_of(request));
    const auto cut = TRY(request.number("cut"));
    const auto found = TRY(answered(engine::join_counts_above(map.values, cut, map.neighbours)));
    Analysis analysis{.columns = {"pair", "joins", "expected", "variance", "z", "p"}};
    for (const auto& [name, pair] : {std::pair{"high-high", found.high_high}, {"low-low", found.low_low}})
        analysis.rows.push_back(
            {std::string(name), pair.statistic, pair.expected, pair.variance, pair.z, pair.p});
    return analysis;
}

using Permuted = Answer<std::vector<engine::PermutedUnit>>;

Permuted permuted(const Request& request, const Map& map, bool moran) {
    if (!request.has("permutations")) return std::vector<engine::PermutedUnit>();
    const engine::PermutationOptions options{.permutations = TRY(request.small_or("permutations", 999)),
                                             .seed = TRY(request.whole_or("seed", 1)),
                                             .names = {}};
    foundation::ThreadPool threads(TRY(request.threads()));
    const auto method = moran ? engine::local_moran_permuted : engine::local_g_permuted;
    return answered(method(map.values, map.neighbours, options, threads.executor()));
}

// One row per unit; with permutations, p and q are theirs and the normal ones keep their name.
Answer<Analysis> rows_of(const Request& request, const std::vector<engine::LocalStatistic>& units,
                         const std::vector<engine::PermutedUnit>& shuffled, const InputTable& table) {
    Analysis analysis{.columns = {"row", "statistic", "expected", "variance", "z", "p", "q"}};
    // `tests`: the family that q corrects for; a unit without neighbours is in none.
    const auto tests = std::ranges::count_if(units, &engine::LocalStatistic::defined);
    analysis.figure("units", whole(units.size())).figure("tests", std::int64_t{tests});
    std::vector<double> x, y;
    if (request.has("x") && request.has("y")) {
        x = TRY(table.numbers_of(request, "x"));
        y = TRY(table.numbers_of(request, "y"));
        analysis.columns.insert(analysis.columns.begin() + 1, {"x", "y"});
    }
    if (!shuffled.empty())
        analysis.columns.insert(analysis.columns.end(), {"p_permutation", "q_permutation"});
    for (std::size_t i = 0; i < units.size(); ++i) {
        const auto& unit = units[i];
        std::vector<Value> row{whole(i + 1)};
        if (!x.empty()) row.insert(row.end(), {Value(x[i]), Value(y[i])});
        for (const double figure : {unit.statistic, unit.expected, unit.variance, unit.z, unit.p, unit.q})
            row.push_back(unit.defined ? Value(figure) : Value());
        if (!shuffled.empty())
            for (const double figure : {shuffled[i].p, shuffled[i].q})
                row.push_back(shuffled[i].defined ? Value(figure) : Value());
        analysis.rows.push_back(std::move(row));
    }
    return analysis;
}

Answer<Analysis> local_moran(const Request& request) {
    const Map map = TRY(map_of(request));
    const auto units = TRY(answered(engine::local_moran(map.values, map.neighbours, map.weights)));
    return rows_of(request, units, TRY(permuted(request, map, true)), map.table);
}

Answer<Analysis> local_g(const Request& request) {
    const Map map = TRY(map_of(request));
    const auto units = TRY(answered(engine::local_g(map.values, map.neighbours)));
    return rows_of(request, units, TRY(permuted(request, map, false)), map.table);
}

Answer<Analysis> local_g_star(const Request& request) {
    const Map map = TRY(map_of(request));
    const std::string divisor = request.text_or("divisor", "n");
    if (divisor != "n" && divisor != "n-1")
        return std::unexpected(Problem{.code = "unreadable_option", .about = "divisor"});
    const auto units = TRY(answered(engine::local_g_star(
        map.values, map.neighbours, divisor == "n" ? engine::Divisor::n : engine::Divisor::n_minus_1)));
    return rows_of(request, units, TRY(permuted(request, map, false)), map.table);
}

constexpr std::string_view local_options =
    "value neighbours outlines contiguity precision x y nearest distance weights permutations seed";

const AnalyseMethod methods[] = {
    {"moran", "FILE", local_options,
     "statistic expected variance z p p_alike used islands variance_normality z_normality p_normality",
     moran},
    {"geary", "FILE", local_options,
     "statistic expected variance z p p_alike used islands variance_normality z_normality p_normality",
     geary},
    {"getis-g", "FILE", local_options, "statistic expected variance z p p_alike used islands", getis_g},
    {"join-counts", "FILE", "value cut neighbours outlines contiguity precision x y nearest distance weights",
     "pair joins expected variance z p", join_counts},
    {"local-moran", "FILE", local_options, "units tests row statistic expected variance z p q", local_moran},
    {"local-g", "FILE", local_options, "units tests row statistic expected variance z p q", local_g},
    {"local-g-star", "FILE",
     "value neighbours outlines contiguity precision x y nearest distance weights divisor permutations seed",
     "units tests row statistic expected variance z p q", local_g_star},
};

}  // namespace

std::span<const AnalyseMethod> space_methods() { return methods; }

}  // namespace maillage::app
