#include "engine/scan/cylinders.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>

#include "engine/core/columns.hpp"

namespace maillage::engine {
namespace {

std::vector<LaneWindow> windows_of(std::size_t steps, double share, ScanTime time) {
    const auto longest = std::max<std::size_t>(
        1, static_cast<std::size_t>(std::floor(static_cast<double>(steps) * share + 1e-9)));
    std::vector<LaneWindow> windows;
    for (std::size_t from = 0; from < steps; ++from)
        for (std::size_t to = from; to < std::min(steps, from + longest); ++to)
            if (time == ScanTime::retrospective || to + 1 == steps)
                windows.push_back({static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(to)});
    return windows;
}

std::optional<Refusal> unusable(const SpaceTimeTable& table, const SpaceTimeOptions& options) {
    if (table.units == 0 || table.steps == 0) return Refusal{Reason::empty};
    if (const auto refused = lengths_differ(table.cases.size(), table.units * table.steps)) return refused;
    if (const auto refused = not_cases_and_people(table.cases, table.expected)) return refused;
    const double total = std::accumulate(table.cases.begin(), table.cases.end(), 0.0);
    if (total < 2) return Refusal{Reason::too_few_events, total, 2};
    if (total > 1e8) return Refusal{Reason::overflow, total, 1e8};
    if (!(options.largest_time_share > 0 && options.largest_time_share <= 1))
        return Refusal{Reason::parameter_out_of_range, options.largest_time_share, 1};
    if (options.scan.replicates > 99999)
        return Refusal{Reason::parameter_out_of_range, static_cast<double>(options.scan.replicates), 99999};
    return std::nullopt;
}

// What each cylinder holds of the column, by running sums over the steps.
std::vector<double> in_cylinders(const Zones& zones, std::size_t steps, std::span<const double> column,
                                 std::span<const LaneWindow> windows) {
    std::vector<double> found(zones.members.size() * windows.size());
    std::vector<double> before(steps + 1);
    for (std::size_t centre = 0; centre < zones.centres(); ++centre) {
        std::fill(before.begin(), before.end(), 0.0);
        for (std::size_t zone = zones.start[centre]; zone < zones.start[centre + 1]; ++zone) {
            double sum = 0;
            for (std::size_t step = 0; step < steps; ++step)
                before[step + 1] += sum += column[zones.members[zone] * steps + step];
            for (std::size_t w = 0; w < windows.size(); ++w)
                found[zone * windows.size() + w] = before[windows[w].to + 1] - before[windows[w].from];
        }
    }
    return found;
}

}  // namespace

Outcome<Cylinders> cylinders_of(std::span<const double> x, std::span<const double> y,
                                const SpaceTimeTable& table, const SpaceTimeOptions& options) {
    if (const auto refused = unusable(table, options)) return std::unexpected(*refused);
    if (const auto refused = lengths_differ(x.size(), table.units)) return std::unexpected(*refused);
    std::vector<double> by_unit(table.units, 0.0);
    for (std::size_t cell = 0; cell < table.expected.size(); ++cell)
        by_unit[cell / table.steps] += table.expected[cell];
    auto zones = zones_around_units(x, y, by_unit, options.scan.zones);
    if (!zones) return std::unexpected(zones.error());
    Cylinders found{.zones = *std::move(zones),
                    .windows = windows_of(table.steps, options.largest_time_share, options.time),
                    .cases = {},
                    .size = {},
                    .total_cases = std::accumulate(table.cases.begin(), table.cases.end(), 0.0),
                    .total_size = std::accumulate(table.expected.begin(), table.expected.end(), 0.0)};
    const std::size_t cylinders = found.zones.members.size() * found.windows.size();
    constexpr std::size_t most = std::size_t{1} << 26U;
    if (cylinders > most)
        return std::unexpected(Refusal{Reason::overflow, static_cast<double>(cylinders), most});
    found.cases = in_cylinders(found.zones, table.steps, table.cases, found.windows);
    found.size = in_cylinders(found.zones, table.steps, table.expected, found.windows);
    return found;
}

BestOfCentre Cylinders::best(std::function<double(double, double)> llr,
                             std::function<double(double)> expected) const {
    return [this, llr = std::move(llr), expected = std::move(expected)](std::uint32_t centre,
                                                                        std::uint32_t most_units) {
        Candidate top{.centre = centre};
        for (std::uint32_t units = 1; units <= most_units; ++units)
            for (std::size_t w = 0; w < windows.size(); ++w) {
                const std::size_t at = (zones.start[centre] + units - 1) * windows.size() + w;
                const Candidate found{.centre = centre,
                                      .size = units,
                                      .from_step = windows[w].from,
                                      .to_step = windows[w].to,
                                      .cases = cases[at],
                                      .expected = expected(size[at]),
                                      .llr = llr(cases[at], size[at])};
                if (found.llr > 0 && (top.size == 0 || better(found, top))) top = found;
            }
        return top;
    };
}

}  // namespace maillage::engine
