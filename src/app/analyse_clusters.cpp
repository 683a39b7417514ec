#include <algorithm>
#include <cmath>
#include <limits>

#include "app/analyse_input.hpp"
#include "app/analyse_methods.hpp"
#include "engine/near_repeat/knox.hpp"
#include "engine/scan/permutation_scan.hpp"
#include "engine/scan/spatial_scan.hpp"
#include "foundation/result.hpp"

// Near repeats and clusters.
namespace maillage::app {
namespace {

struct Places {
    std::vector<double> x, y;
};

Answer<Places> places_of(const Request& request, const InputTable& table) {
    return Places{.x = TRY(table.numbers_of(request, "x")), .y = TRY(table.numbers_of(request, "y"))};
}

Answer<std::uint32_t> replicates_of(const Request& request) {
    return static_cast<std::uint32_t>(
        std::min<std::uint64_t>(TRY(request.whole_or("replicates", 999)), 1'000'000));
}

// `--space 0,100,200,inf --time 0,7,14`: half-open bands [0, 100), [100, 200), …
Answer<Analysis> knox(const Request& request) {
    const auto table = TRY(InputTable::of(request));
    const auto places = TRY(places_of(request, table));
    const auto date_column = TRY(request.text("date"));
    const auto days = TRY(table.days(date_column));
    const auto space = TRY(request.numbers("space")), time = TRY(request.numbers("time"));
    const std::string metric = request.text_or("metric", "manhattan");
    if (metric != "manhattan" && metric != "euclidean")
        return std::unexpected(Problem{.code = "unreadable_option", .about = "metric"});
    const auto replicates = TRY(replicates_of(request));
    const auto seed = TRY(request.whole_or("seed", 1));
    const auto found = TRY(answered(
        engine::knox(places.x, places.y, days,
                     {.space_edges = space,
                      .time_edges = time,
                      .metric = metric == "manhattan" ? engine::Metric::manhattan : engine::Metric::euclidean,
                      .replicates = replicates,
                      .seed = seed,
                      .plane = engine::Plane::other_unit})));
    Analysis analysis{.columns = {"space_from", "space_to", "time_from", "time_to", "observed", "expected",
                                  "ratio", "p", "q"}};
    analysis.figure("events", whole(found.events));
    for (std::size_t s = 0; s < found.space_bands; ++s)
        for (std::size_t t = 0; t < found.time_bands; ++t) {
            const auto& cell = found.at(s, t);
            analysis.rows.push_back({space[s], space[s + 1], time[t], time[t + 1], whole(cell.observed),
                                     cell.expected, cell.ratio, cell.p, cell.q});
        }
    return analysis;
}

std::string joined(const std::vector<std::uint32_t>& units) {
    std::string words;
    for (const std::uint32_t unit : units) words += (words.empty() ? "" : " ") + std::to_string(unit + 1);
    return words;
}

Analysis clusters_of(const engine::ScanResult& found, const Places& places) {
    Analysis analysis{.columns = {"x", "y", "centre", "radius", "llr", "cases", "expected", "relative_risk",
                                  "p", "number_of_units", "units"}};
    analysis.figure("total_cases", found.total_cases);
    for (const auto& cluster : found.clusters)
        analysis.rows.push_back({places.x[cluster.centre], places.y[cluster.centre],
                                 whole(cluster.centre + 1), cluster.radius, cluster.llr, cluster.cases,
                                 cluster.expected, cluster.relative_risk, cluster.p,
                                 whole(cluster.units.size()), joined(cluster.units)});
    return analysis;
}

Answer<Analysis> scan(const Request& request) {
    const auto table = TRY(InputTable::of(request));
    const auto places = TRY(places_of(request, table));
    const auto cases = TRY(table.numbers_of(request, "cases"));
    const auto population = TRY(table.numbers_of(request, "population"));
    const engine::ScanOptions options{
        .zones = {.coordinates = request.has("latlon") ? engine::ScanCoordinates::longitude_latitude
                                                       : engine::ScanCoordinates::plane,
                  .largest_share = TRY(request.number_or("max-share", 0.5)),
                  .largest_radius = TRY(request.number_or("max-radius", 0))},
        .replicates = TRY(replicates_of(request)),
        .seed = TRY(request.whole_or("seed", 1))};
    const std::string model = request.text_or("model", "poisson");
    if (model == "poisson")
        return clusters_of(
            TRY(answered(engine::poisson_scan(places.x, places.y, cases, population, options))), places);
    if (model == "bernoulli")
        return clusters_of(
            TRY(answered(engine::bernoulli_scan(places.x, places.y, cases, population, options))), places);
    return std::unexpected(Problem{.code = "unreadable_option", .about = "model"});
}

// Events at the same coordinates are one unit, in the order they first appear.
struct DatedUnits {
    Places places;
    std::vector<engine::DatedCases> cases;
    double first_day = 0;
    std::uint32_t days = 0;
};

Answer<DatedUnits> dated_units(const Request& request) {
    const auto table = TRY(InputTable::of(request));
    const auto places = TRY(places_of(request, table));
    const auto date_column = TRY(request.text("date"));
    const auto days = TRY(table.days(date_column));
    std::vector<std::uint32_t> counts(days.size(), 1);
    if (request.has("cases")) {
        const auto cases_column = TRY(request.text("cases"));
        counts = TRY(table.counts(cases_column));
    }
    if (days.empty()) return std::unexpected(Problem{.code = "empty"});
    const auto [first, last] = std::ranges::minmax(days);
    if (!(last - first < 65535))
        return std::unexpected(Problem{.code = "overflow", .found = last - first, .needed = 65535});
    DatedUnits found{.places = {}, .cases = {}, .first_day = std::floor(first)};
    found.days = static_cast<std::uint32_t>(std::floor(last) - found.first_day) + 1;
    std::map<std::pair<double, double>, std::uint32_t> units;
    for (std::size_t i = 0; i < days.size(); ++i) {
        const auto [at, added] =
            units.try_emplace({places.x[i], places.y[i]}, static_cast<std::uint32_t>(found.places.x.size()));
        if (added) {
            found.places.x.push_back(places.x[i]);
            found.places.y.push_back(places.y[i]);
        }
        found.cases.push_back({.unit = at->second,
                               .day = static_cast<std::uint32_t>(std::floor(days[i]) - found.first_day),
                               .count = counts[i]});
    }
    return found;
}

Answer<Analysis> scan_stp(const Request& request) {
    const auto units = TRY(dated_units(request));
    const bool prospective = request.has("prospective");
    const engine::PermutationScanOptions options{
        .scan = {.zones = {.coordinates = request.has("latlon") ? engine::ScanCoordinates::longitude_latitude
                                                                : engine::ScanCoordinates::plane,
                           .largest_share = TRY(request.number_or("max-share", 0.5)),
                           .largest_radius = 1000 * TRY(request.number_or("max-radius-km", 0))},
                 .replicates = TRY(replicates_of(request)),
                 .seed = TRY(request.whole_or("seed", 1))},
        .days = units.days,
        .most_days = static_cast<std::uint32_t>(TRY(request.whole_or("max-days", 0))),
        .time = prospective ? engine::ScanTime::prospective : engine::ScanTime::retrospective};
    const auto found =
        TRY(answered(engine::permutation_scan(units.places.x, units.places.y, units.cases, options)));
    Analysis analysis = clusters_of(found, units.places);
    analysis.figure("first_day", units.first_day).figure("days", whole(units.days));
    analysis.columns.insert(analysis.columns.end(), {"from_day", "to_day", "recurrence_days"});
    for (std::size_t i = 0; i < found.clusters.size(); ++i) {
        const auto& cluster = found.clusters[i];
        auto& row = analysis.rows[i];
        row.push_back(units.first_day + cluster.from_step);
        row.push_back(units.first_day + cluster.to_step);
        row.push_back(prospective ? Value(engine::recurrence_interval_days(cluster.p, 1)) : Value());
    }
    return analysis;
}

const AnalyseMethod methods[] = {
    {"knox", "FILE", "x y date space time metric replicates seed", knox},
    {"scan", "FILE", "cases population x y latlon model max-share max-radius replicates seed", scan},
    {"scan-stp", "FILE", "x y date cases latlon max-share max-radius-km max-days prospective replicates seed",
     scan_stp},
};

}  // namespace

std::span<const AnalyseMethod> cluster_methods() { return methods; }

}  // namespace maillage::app
