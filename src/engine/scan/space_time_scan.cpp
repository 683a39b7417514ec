#include "engine/scan/space_time_scan.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

#include "engine/core/philox.hpp"
#include "engine/scan/alias_table.hpp"
#include "engine/scan/cylinders.hpp"
#include "engine/scan/lane_scan.hpp"
#include "engine/scan/likelihood.hpp"
#include "engine/scan/people_draw.hpp"

namespace maillage::engine {
namespace {

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

Outcome<ScanResult> space_time_scan(std::span<const double> x, std::span<const double> y,
                                    const SpaceTimeTable& table, const SpaceTimeOptions& options,
                                    const foundation::Executor& run) {
    auto cylinders = cylinders_of(x, y, table, options);
    if (!cylinders) return std::unexpected(cylinders.error());
    const double total = cylinders->total_cases, per_size = total / cylinders->total_size;
    for (double& mu : cylinders->size) mu *= per_size;
    ScanResult result{.clusters = {}, .total_cases = total, .maxima = {}};
    result.clusters =
        report(cylinders->zones,
               cylinders->best([total](double c, double mu) { return poisson_llr(c, mu, total); },
                               [](double mu) { return mu; }),
               total, options.scan.most_clusters);

    const double placed = std::round(total), scale = placed / total;
    for (double& mu : cylinders->size) mu *= scale;
    const AliasTable cells_of(table.expected);
    simulate(result, cylinders->zones,
             {.steps = static_cast<std::uint32_t>(table.steps),
              .windows = cylinders->windows,
              .size = cylinders->size,
              .llr = [placed](double c, double mu) { return poisson_llr(c, mu, placed); },
              .draw =
                  [&](std::uint32_t replicate, std::span<std::uint32_t> cells) {
                      Draws draws(options.scan.seed, Stream::scan_space_time, replicate);
                      for (double k = 0; k < placed; ++k) ++cells[cells_of.draw(draws)];
                  },
              .most_cases = static_cast<std::uint32_t>(placed)},
             options.scan, run);
    return result;
}

Outcome<ScanResult> space_time_bernoulli_scan(std::span<const double> x, std::span<const double> y,
                                              const SpaceTimeTable& table, const SpaceTimeOptions& options,
                                              const foundation::Executor& run) {
    const auto cylinders = cylinders_of(x, y, table, options);
    if (!cylinders) return std::unexpected(cylinders.error());
    for (std::size_t cell = 0; cell < table.cases.size(); ++cell)
        if (table.cases[cell] > table.expected[cell])
            return std::unexpected(Refusal{Reason::negative, static_cast<double>(cell)});
    const double total = cylinders->total_cases, people = cylinders->total_size;
    if (people > most_people) return std::unexpected(Refusal{Reason::overflow, people, most_people});
    ScanResult result{.clusters = {}, .total_cases = total, .maxima = {}};
    result.clusters =
        report(cylinders->zones,
               cylinders->best([=](double c, double n) { return bernoulli_llr({c, n}, total, people); },
                               [=](double n) { return n * total / people; }),
               total, options.scan.most_clusters);

    const PeopleDraw persons(table.expected, total);
    const double placed = persons.placed();
    simulate(result, cylinders->zones,
             {.steps = static_cast<std::uint32_t>(table.steps),
              .windows = cylinders->windows,
              .size = cylinders->size,
              // No more cases than people, should rounding of fractional people ask for it.
              .llr = [=](double c, double n) { return bernoulli_llr({c, std::max(c, n)}, placed, people); },
              .draw =
                  [&](std::uint32_t replicate, std::span<std::uint32_t> cells) {
                      persons.draw(Draws(options.scan.seed, Stream::scan_bernoulli, replicate), cells);
                  },
              .most_cases = static_cast<std::uint32_t>(placed)},
             options.scan, run);
    return result;
}

}  // namespace maillage::engine
