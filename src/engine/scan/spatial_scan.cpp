#include "engine/scan/spatial_scan.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>
#include <optional>

#include "engine/core/columns.hpp"
#include "engine/core/philox.hpp"
#include "engine/scan/alias_table.hpp"
#include "engine/scan/lane_scan.hpp"
#include "engine/scan/likelihood.hpp"
#include "engine/scan/people_draw.hpp"

namespace maillage::engine {
namespace {

double sum_of(std::span<const double> column) { return std::accumulate(column.begin(), column.end(), 0.0); }

// Cumulated along each centre's units: what the zone ending at each position holds.
std::vector<double> cumulated(const Zones& zones, std::span<const double> column) {
    std::vector<double> sums(zones.members.size());
    for (std::size_t centre = 0; centre < zones.centres(); ++centre) {
        double sum = 0;
        for (std::size_t zone = zones.start[centre]; zone < zones.start[centre + 1]; ++zone)
            sums[zone] = sum += column[zones.members[zone]];
    }
    return sums;
}

BestOfCentre best_of_centre(const Zones& zones, std::span<const double> cases,
                            std::span<const double> expected, std::function<double(std::size_t)> llr) {
    return [&zones, cases, expected, llr = std::move(llr)](std::uint32_t centre, std::uint32_t most_units) {
        Candidate top{.centre = centre};
        for (std::uint32_t size = 1; size <= most_units; ++size) {
            const std::size_t zone = zones.start[centre] + size - 1;
            const Candidate found{.centre = centre,
                                  .size = size,
                                  .cases = cases[zone],
                                  .expected = expected[zone],
                                  .llr = llr(zone)};
            if (found.llr > 0 && (top.size == 0 || better(found, top))) top = found;
        }
        return top;
    };
}

std::optional<Refusal> unusable(std::span<const double> cases, std::span<const double> people,
                                const ScanOptions& options) {
    if (const auto refused = not_cases_and_people(cases, people)) return refused;
    const double total = sum_of(cases);
    if (total < 2) return Refusal{Reason::too_few_events, total, 2};
    if (total > 1e8) return Refusal{Reason::overflow, total, 1e8};
    if (options.replicates > 99999)
        return Refusal{Reason::parameter_out_of_range, static_cast<double>(options.replicates), 99999};
    return std::nullopt;
}

void simulate(ScanResult& result, const Zones& zones, LaneScan::Model model, const ScanOptions& options,
              const foundation::Executor& run) {
    if (result.clusters.empty() || options.replicates == 0) return;
    const LaneScan scan(zones, std::move(model), lowest_that_matters(result.clusters, options.replication),
                        run);
    result.maxima =
        replicate_maxima(result.clusters, options.replicates, options.replication,
                         [&](std::uint32_t first, std::uint32_t count) { return scan.maxima(first, count); });
    judge(result.clusters, result.maxima, options.replication);
    if (options.replication.gumbel) result.gumbel = gumbel_law(result.maxima);
}

}  // namespace

Outcome<ScanResult> poisson_scan(std::span<const double> x, std::span<const double> y,
                                 std::span<const double> cases, std::span<const double> expected,
                                 const ScanOptions& options, const foundation::Executor& run) {
    if (const auto refused = unusable(cases, expected, options)) return std::unexpected(*refused);
    const auto zones = zones_around_units(x, y, expected, options.zones);
    if (!zones) return std::unexpected(zones.error());
    ScanResult result{.clusters = {}, .total_cases = sum_of(cases), .maxima = {}};
    const double total = result.total_cases, per_expected = total / sum_of(expected);
    const auto inside = cumulated(*zones, cases);
    auto mu = cumulated(*zones, expected);
    for (double& m : mu) m *= per_expected;
    result.clusters =
        report(*zones,
               best_of_centre(*zones, inside, mu,
                              [&](std::size_t zone) { return poisson_llr(inside[zone], mu[zone], total); }),
               total, options.most_clusters);

    const double placed = std::round(total), scale = placed / total;
    for (double& m : mu) m *= scale;
    const AliasTable units(expected);
    simulate(result, *zones,
             {.size = mu,
              .llr = [placed](double c, double m) { return poisson_llr(c, m, placed); },
              .draw =
                  [&](std::uint32_t replicate, std::span<std::uint32_t> cells) {
                      Draws draws(options.seed, Stream::scan_poisson, replicate);
                      for (double k = 0; k < placed; ++k) ++cells[units.draw(draws)];
                  },
              .most_cases = static_cast<std::uint32_t>(placed)},
             options, run);
    return result;
}

Outcome<ScanResult> bernoulli_scan(std::span<const double> x, std::span<const double> y,
                                   std::span<const double> cases, std::span<const double> people,
                                   const ScanOptions& options, const foundation::Executor& run) {
    if (const auto refused = unusable(cases, people, options)) return std::unexpected(*refused);
    for (std::size_t i = 0; i < cases.size(); ++i)
        if (cases[i] > people[i]) return std::unexpected(Refusal{Reason::negative, static_cast<double>(i)});
    const auto zones = zones_around_units(x, y, people, options.zones);
    if (!zones) return std::unexpected(zones.error());
    ScanResult result{.clusters = {}, .total_cases = sum_of(cases), .maxima = {}};
    const double total = result.total_cases, all = sum_of(people);
    if (all > most_people) return std::unexpected(Refusal{Reason::overflow, all, most_people});
    const auto inside = cumulated(*zones, cases);
    const auto population = cumulated(*zones, people);
    std::vector<double> mu = population;
    for (double& m : mu) m *= total / all;
    result.clusters = report(
        *zones,
        best_of_centre(
            *zones, inside, mu,
            [&](std::size_t zone) { return bernoulli_llr({inside[zone], population[zone]}, total, all); }),
        total, options.most_clusters);

    const PeopleDraw persons(people, total);
    const double placed = persons.placed();
    simulate(
        result, *zones,
        {.size = population,
         // No more cases than people, should rounding of fractional people ask for it.
         .llr = [placed, all](double c, double n) { return bernoulli_llr({c, std::max(c, n)}, placed, all); },
         .draw =
             [&](std::uint32_t replicate, std::span<std::uint32_t> cells) {
                 persons.draw(Draws(options.seed, Stream::scan_bernoulli, replicate), cells);
             },
         .most_cases = static_cast<std::uint32_t>(placed)},
        options, run);
    return result;
}

}  // namespace maillage::engine
