#include "engine/space/join_counts.hpp"

#include <cmath>
#include <vector>

#include "engine/core/columns.hpp"
#include "engine/core/normal.hpp"
#include "engine/space/weight_sums.hpp"

namespace maillage::engine {
namespace {

double falling(double a, int k) {
    double product = 1;
    for (int i = 0; i < k; ++i) product *= a - i;
    return product;
}

}  // namespace

Outcome<GlobalStatistic> join_count(std::span<const std::uint8_t> coloured, const Neighbours& neighbours) {
    if (coloured.empty()) return std::unexpected(Refusal{Reason::empty});
    if (const auto refused = lengths_differ(coloured.size(), neighbours.units()))
        return std::unexpected(*refused);
    if (neighbours.members.empty()) return std::unexpected(Refusal{Reason::no_neighbours});
    const auto n = static_cast<double>(coloured.size());
    if (n < 4) return std::unexpected(Refusal{Reason::too_few_events, n, 4});
    GlobalStatistic found;
    double n1 = 0, joins = 0;
    for (std::size_t i = 0; i < coloured.size(); ++i) {
        n1 += coloured[i] != 0;
        found.used += neighbours.degree(i) > 0;
        if (coloured[i] == 0) continue;
        for (const std::uint32_t j : neighbours.of(i)) joins += coloured[j] != 0;
    }
    if (n1 < 2) return std::unexpected(Refusal{Reason::too_few_events, n1, 2});
    if (n1 == n) return std::unexpected(Refusal{Reason::all_identical, 1});
    const WeightSums w = weight_sums(neighbours, Weights::binary);
    const auto share = [&](int k) { return falling(n1, k) / falling(n, k); };
    found.islands = coloured.size() - found.used;
    found.statistic = joins / 2;
    found.expected = w.s0 * share(2) / 2;
    found.variance = (w.s1 * share(2) + (w.s2 - 2 * w.s1) * share(3) +
                      (w.s0 * w.s0 + w.s1 - w.s2) * share(4) - w.s0 * share(2) * w.s0 * share(2)) /
                     4;
    // With every pair joined the count cannot vary: nothing to judge.
    if (!(found.variance > 1e-12 * found.expected))
        return std::unexpected(Refusal{Reason::all_identical, n1});
    found.z = (found.statistic - found.expected) / std::sqrt(found.variance);
    found.p = two_sided_normal_p(found.z);
    return found;
}

Outcome<JoinCounts> join_counts_above(std::span<const double> values, double cut,
                                      const Neighbours& neighbours) {
    if (const auto refused = not_finite(values)) return std::unexpected(*refused);
    std::vector<std::uint8_t> high(values.size()), low(values.size());
    for (std::size_t i = 0; i < values.size(); ++i) {
        high[i] = values[i] > cut;
        low[i] = 1 - high[i];
    }
    const auto above = join_count(high, neighbours);
    if (!above) return std::unexpected(above.error());
    const auto below = join_count(low, neighbours);
    if (!below) return std::unexpected(below.error());
    return JoinCounts{*above, *below};
}

}  // namespace maillage::engine
