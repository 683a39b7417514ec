#include "engine/near_repeat/knox.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "engine/core/columns.hpp"
#include "engine/core/philox.hpp"
#include "engine/inference/false_discovery.hpp"
#include "engine/inference/permutation_p.hpp"
#include "engine/near_repeat/near_pairs.hpp"
#include "engine/space/places.hpp"

namespace maillage::engine {
namespace {

constexpr std::size_t lanes = 16;
constexpr std::size_t pairs_before_overflow = 65535;

std::optional<Refusal> unusable_edges(std::span<const double> edges) {
    if (edges.size() < 2) return Refusal{Reason::window_invalid, static_cast<double>(edges.size()), 2};
    if (!(edges[0] >= 0)) return Refusal{Reason::window_invalid, edges[0], 0};
    for (std::size_t i = 1; i < edges.size(); ++i)
        if (!(edges[i] > edges[i - 1])) return Refusal{Reason::window_invalid, edges[i], edges[i - 1]};
    if (!std::isfinite(edges[edges.size() - 2])) return Refusal{Reason::window_invalid, edges[0], 0};
    return std::nullopt;
}

std::optional<Refusal> unusable(std::span<const double> x, std::span<const double> y,
                                std::span<const double> days, const KnoxOptions& options) {
    if (const auto refused = unusable_places(x, y, options.plane)) return refused;
    if (const auto refused = lengths_differ(days.size(), x.size())) return refused;
    if (const auto refused = not_finite(days)) return refused;
    if (x.size() < 3) return Refusal{Reason::too_few_events, static_cast<double>(x.size()), 3};
    if (const auto refused = unusable_edges(options.space_edges)) return refused;
    if (const auto refused = unusable_edges(options.time_edges)) return refused;
    if (options.replicates < 1 || options.replicates > 99999)
        return Refusal{Reason::parameter_out_of_range, static_cast<double>(options.replicates), 99999};
    return std::nullopt;
}

// Counts, in each lane, of the listed pairs of each band that are less than each time edge apart.
template <class Time>
class LaneCounter {
 public:
    LaneCounter(const NearPairs& near, std::vector<Time> edges) : near_(near), edges_(std::move(edges)) {}

    // times[event × lanes + lane]; counts[(band × edges + edge) × lanes + lane].
    void count(std::span<const Time> times, std::vector<std::uint64_t>& counts) const {
        std::fill(counts.begin(), counts.end(), 0);
        for (std::size_t band = 0; band + 1 < near_.start.size(); ++band)
            for (std::size_t from = near_.start[band]; from < near_.start[band + 1];
                 from += pairs_before_overflow) {
                const std::size_t to = std::min(near_.start[band + 1], from + pairs_before_overflow);
                for (std::size_t edge = 0; edge < edges_.size(); ++edge)
                    add(times, {near_.pairs.data() + from, to - from}, edges_[edge],
                        counts.data() + (band * edges_.size() + edge) * lanes);
            }
    }

 private:
    static void add(std::span<const Time> times, std::span<const NearPair> pairs, Time edge,
                    std::uint64_t* counts) {
        std::uint16_t below[lanes] = {};
        const Time* const at = times.data();
        for (const NearPair pair : pairs) {
            const Time* a = at + static_cast<std::size_t>(pair.first) * lanes;
            const Time* b = at + static_cast<std::size_t>(pair.second) * lanes;
            for (std::size_t lane = 0; lane < lanes; ++lane) {
                const auto apart = static_cast<Time>(std::max(a[lane], b[lane]) - std::min(a[lane], b[lane]));
                below[lane] = static_cast<std::uint16_t>(below[lane] + (apart < edge ? 1 : 0));
            }
        }
        for (std::size_t lane = 0; lane < lanes; ++lane) counts[lane] += below[lane];
    }

    const NearPairs& near_;
    std::vector<Time> edges_;
};

struct Tally {
    std::vector<std::uint64_t> observed, sum, at_least;  // one a cell of the table
};

// From "closer than edge e" in every listed band to the cells [e, e + 1), the open band by difference.
class Cells {
 public:
    Cells(std::size_t space_bands, bool open, std::span<const std::uint64_t> within)
        : space_(space_bands), open_(open), within_(within) {}

    void of_lane(std::span<const std::uint64_t> counts, std::size_t lane,
                 std::vector<std::uint64_t>& cells) const {
        const std::size_t edges = within_.size(), time = edges - 1;
        for (std::size_t t = 0; t < time; ++t) {
            std::uint64_t rest = within_[t + 1] - within_[t];
            for (std::size_t s = 0; s < space_; ++s) {
                const std::uint64_t in =
                    counts[(s * edges + t + 1) * lanes + lane] - counts[(s * edges + t) * lanes + lane];
                cells[s * time + t] = open_ && s + 1 == space_ ? rest : in;
                rest -= in;
            }
        }
    }

 private:
    std::size_t space_;
    bool open_;
    std::span<const std::uint64_t> within_;
};

// Lane 0 of group 0 keeps the dates where they are: the observation. Every other lane is a replicate.
template <class Time>
Tally tally(std::span<const Time> times, const LaneCounter<Time>& counter, const Cells& table,
            std::size_t cell_count, std::size_t raw_count, const KnoxOptions& options,
            const foundation::Executor& run) {
    const std::size_t groups = (options.replicates + lanes) / lanes;
    std::vector<std::vector<std::uint64_t>> found(groups * lanes);
    run(groups, [&](std::size_t group) {
        const auto events = static_cast<std::uint32_t>(times.size());
        std::vector<Time> permuted(times.size() * lanes);
        std::vector<std::uint64_t> counts(raw_count);
        std::vector<std::uint32_t> order(times.size());
        for (std::size_t lane = 0; lane < lanes; ++lane) {
            const auto replicate = static_cast<std::uint32_t>(group * lanes + lane);
            std::iota(order.begin(), order.end(), 0U);
            Draws draws(options.seed, Stream::knox, replicate);
            for (std::uint32_t k = events; replicate > 0 && k > 1; --k)
                std::swap(order[k - 1], order[draws.below(k)]);
            for (std::size_t i = 0; i < times.size(); ++i) permuted[i * lanes + lane] = times[order[i]];
        }
        counter.count(permuted, counts);
        for (std::size_t lane = 0; lane < lanes; ++lane) {
            auto& cells = found[group * lanes + lane];
            cells.resize(cell_count);
            table.of_lane(counts, lane, cells);
        }
    });
    Tally total{found[0], std::vector<std::uint64_t>(cell_count), std::vector<std::uint64_t>(cell_count)};
    for (std::size_t replicate = 1; replicate <= options.replicates; ++replicate)
        for (std::size_t cell = 0; cell < cell_count; ++cell) {
            total.sum[cell] += found[replicate][cell];
            total.at_least[cell] += found[replicate][cell] >= total.observed[cell];
        }
    return total;
}

bool whole_days(std::span<const double> days, double first) {
    return std::all_of(days.begin(), days.end(),
                       [&](double d) { return d == std::floor(d) && d - first < 65535; });
}

}  // namespace

Outcome<KnoxTable> knox(std::span<const double> x, std::span<const double> y, std::span<const double> days,
                        const KnoxOptions& options, const foundation::Executor& run) {
    if (const auto refused = unusable(x, y, days, options)) return std::unexpected(*refused);
    const auto near = near_pairs(x, y, options.space_edges, options.metric);
    if (!near) return std::unexpected(near.error());
    KnoxTable table{.space_bands = options.space_edges.size() - 1,
                    .time_bands = options.time_edges.size() - 1,
                    .events = x.size(),
                    .cells = {}};
    const auto within = pairs_within(days, options.time_edges);
    // The open band takes every pair that is in no other: also those below the first edge, unless it is 0.
    const bool open = std::isinf(options.space_edges.back());
    if (open && options.space_edges.front() > 0)
        return std::unexpected(Refusal{Reason::window_invalid, options.space_edges.front(), 0});
    const Cells cells(table.space_bands, open, within);
    const std::size_t cell_count = table.space_bands * table.time_bands;
    const std::size_t raw_count = table.space_bands * options.time_edges.size() * lanes;
    const double first = *std::min_element(days.begin(), days.end());
    Tally total;
    if (whole_days(days, first)) {
        std::vector<std::uint16_t> times, edges;
        for (const double d : days) times.push_back(static_cast<std::uint16_t>(d - first));
        // Whole days: apart < edge exactly when apart < the next whole number.
        for (const double e : options.time_edges)
            edges.push_back(static_cast<std::uint16_t>(std::min(65535.0, std::ceil(e))));
        total = tally<std::uint16_t>(times, LaneCounter<std::uint16_t>(*near, edges), cells, cell_count,
                                     raw_count, options, run);
    } else {
        const LaneCounter<double> counter(*near, {options.time_edges.begin(), options.time_edges.end()});
        total = tally<double>(days, counter, cells, cell_count, raw_count, options, run);
    }
    std::vector<double> p;
    for (std::size_t cell = 0; cell < cell_count; ++cell) {
        KnoxCell& found = table.cells.emplace_back();
        found.observed = total.observed[cell];
        found.expected = static_cast<double>(total.sum[cell]) / options.replicates;
        if (found.observed > 0) found.ratio = static_cast<double>(found.observed) / found.expected;
        p.push_back(found.p = permutation_p(total.at_least[cell], options.replicates));
    }
    const auto q = benjamini_hochberg(p);
    for (std::size_t cell = 0; cell < cell_count; ++cell) table.cells[cell].q = (*q)[cell];
    return table;
}

VigilanceWindow vigilance_window(const KnoxTable& table, const KnoxOptions& options, std::size_t first_near) {
    const auto sure = [&](std::size_t s, std::size_t t) {
        return table.at(s, t).q <= 0.05 && table.at(s, t).ratio > 1;
    };
    VigilanceWindow window;
    const auto last = static_cast<std::size_t>(std::isinf(options.space_edges.back()));
    for (std::size_t s = first_near; s + last < table.space_bands && sure(s, 0); ++s)
        window = {.metres = options.space_edges[s + 1], .days = options.time_edges[1], .found = true};
    for (std::size_t t = 1; window.found && t < table.time_bands && sure(first_near, t); ++t)
        if (std::isfinite(options.time_edges[t + 1])) window.days = options.time_edges[t + 1];
    return window;
}

}  // namespace maillage::engine
