#include "engine/scan/permutation_scan.hpp"

#include <algorithm>
#include <optional>

#include "engine/core/columns.hpp"
#include "engine/core/philox.hpp"
#include "engine/scan/anchored_windows.hpp"

namespace maillage::engine {
namespace {

constexpr std::size_t replicates_per_block = 4;

// One line a case, sorted by unit; the days are what replicates permute.
struct Dealt {
    std::vector<std::uint32_t> first_case;
    std::vector<std::uint16_t> days;
    std::vector<std::uint32_t> of_day;
    std::vector<double> of_unit;
};

std::optional<Refusal> unusable(std::size_t units, std::span<const DatedCases> cases,
                                const PermutationScanOptions& options) {
    if (units == 0 || cases.empty()) return Refusal{Reason::empty};
    if (options.days < 2 || options.days > 65535)
        return Refusal{Reason::window_invalid, static_cast<double>(options.days), 2};
    if (options.scan.replicates > 99999)
        return Refusal{Reason::parameter_out_of_range, static_cast<double>(options.scan.replicates), 99999};
    double total = 0;
    for (const DatedCases& one : cases) {
        if (one.unit >= units)
            return Refusal{Reason::index_out_of_range, static_cast<double>(one.unit),
                           static_cast<double>(units)};
        if (one.day >= options.days)
            return Refusal{Reason::index_out_of_range, static_cast<double>(one.day),
                           static_cast<double>(options.days)};
        total += one.count;
    }
    if (total < 2) return Refusal{Reason::too_few_events, total, 2};
    // A zone's counts are kept in 16 bits.
    if (total > 65535) return Refusal{Reason::overflow, total, 65535};
    return std::nullopt;
}

Dealt dealt(std::size_t units, std::span<const DatedCases> cases, std::uint32_t days) {
    Dealt found{std::vector<std::uint32_t>(units + 1, 0),
                {},
                std::vector<std::uint32_t>(days, 0),
                std::vector<double>(units, 0.0)};
    for (const DatedCases& one : cases) {
        found.first_case[one.unit + 1] += one.count;
        found.of_day[one.day] += one.count;
        found.of_unit[one.unit] += one.count;
    }
    for (std::size_t unit = 0; unit < units; ++unit) found.first_case[unit + 1] += found.first_case[unit];
    found.days.resize(found.first_case.back());
    std::vector<std::uint32_t> next(found.first_case.begin(), found.first_case.end() - 1);
    for (const DatedCases& one : cases)
        for (std::uint32_t k = 0; k < one.count; ++k)
            found.days[next[one.unit]++] = static_cast<std::uint16_t>(one.day);
    return found;
}

}  // namespace

Outcome<ScanResult> permutation_scan(std::span<const double> x, std::span<const double> y,
                                     std::span<const DatedCases> cases, const PermutationScanOptions& options,
                                     const foundation::Executor& run) {
    if (const auto refused = unusable(x.size(), cases, options)) return std::unexpected(*refused);
    const Dealt events = dealt(x.size(), cases, options.days);
    const auto zones = zones_around_units(x, y, events.of_unit, options.scan.zones);
    if (!zones) return std::unexpected(zones.error());
    const std::uint32_t half = options.days / 2;
    const std::uint32_t longest = options.most_days == 0 ? half : std::min(options.most_days, options.days);
    const CityDays city = city_days(events.of_day, longest, options.time == ScanTime::prospective);
    std::uint32_t most = 0;
    for (std::size_t centre = 0; centre < zones->centres(); ++centre) {
        double sum = 0;
        for (const std::uint32_t unit : zones->of(centre)) sum += events.of_unit[unit];
        most = std::max(most, static_cast<std::uint32_t>(sum));
    }
    ScanResult result{.clusters = {}, .total_cases = static_cast<double>(events.days.size()), .maxima = {}};
    AnchoredScan observed(*zones, city, events.first_case, most);
    result.clusters = report(
        *zones,
        [&](std::uint32_t centre, std::uint32_t most_units) {
            return observed.best_of_centre(events.days, centre, most_units);
        },
        result.total_cases, options.scan.most_clusters);
    if (result.clusters.empty() || options.scan.replicates == 0) return result;

    const double lowest = lowest_that_matters(result.clusters, options.scan.replication);
    result.maxima = replicate_maxima(
        result.clusters, options.scan.replicates, options.scan.replication,
        [&](std::uint32_t first, std::uint32_t count) {
            std::vector<double> maxima(count, 0.0);
            run((count + replicates_per_block - 1) / replicates_per_block, [&](std::size_t block) {
                AnchoredScan scan(*zones, city, events.first_case, most);
                std::vector<std::uint16_t> days = events.days;
                const std::size_t end = std::min<std::size_t>(count, (block + 1) * replicates_per_block);
                for (std::size_t replicate = block * replicates_per_block; replicate < end; ++replicate) {
                    std::copy(events.days.begin(), events.days.end(), days.begin());
                    Draws draws(options.scan.seed, Stream::scan_permutation,
                                static_cast<std::uint32_t>(first + replicate + 1));
                    for (auto k = static_cast<std::uint32_t>(days.size()); k > 1; --k)
                        std::swap(days[k - 1], days[draws.below(k)]);
                    maxima[replicate] = scan.maximum(days, lowest);
                }
            });
            return maxima;
        });
    judge(result.clusters, result.maxima, options.scan.replication);
    if (options.scan.replication.gumbel) result.gumbel = gumbel_law(result.maxima);
    return result;
}

}  // namespace maillage::engine
