#include "engine/space/permutation.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

#include "engine/core/columns.hpp"
#include "engine/inference/false_discovery.hpp"
#include "engine/inference/permutation_p.hpp"
#include "engine/space/shared_samples.hpp"

namespace maillage::engine {
namespace {

constexpr std::size_t units_per_block = 2048;

std::optional<Refusal> unusable(std::span<const double> values, const Neighbours& neighbours,
                                const PermutationOptions& options) {
    if (values.empty()) return Refusal{Reason::empty};
    if (const auto refused = lengths_differ(values.size(), neighbours.units())) return refused;
    if (const auto refused = not_measurable(values)) return refused;
    if (values.size() < 4) return Refusal{Reason::too_few_events, static_cast<double>(values.size()), 4};
    if (neighbours.members.empty()) return Refusal{Reason::no_neighbours};
    if (options.permutations < 99 || options.permutations > 99999)
        return Refusal{Reason::parameter_out_of_range, static_cast<double>(options.permutations), 99};
    if (options.names.empty()) return std::nullopt;
    if (const auto refused = lengths_differ(options.names.size(), values.size())) return refused;
    for (const std::uint32_t name : options.names)
        if (name >= values.size())
            return Refusal{Reason::index_out_of_range, static_cast<double>(name),
                           static_cast<double>(values.size())};
    return std::nullopt;
}

// Values about their mean, in the order of the names so that the mean's bits do not depend on the rows.
std::vector<double> centred(std::span<const double> values, std::span<const std::uint32_t> unit_of_name) {
    double mean = 0;
    for (std::size_t name = 0; name < values.size(); ++name)
        mean += values[unit_of_name.empty() ? name : unit_of_name[name]];
    mean /= static_cast<double>(values.size());
    std::vector<double> z(values.begin(), values.end());
    for (double& v : z) v -= mean;
    return z;
}

// Drawn are `drawn` units: the neighbours, or the others when the neighbours are more than half.
struct Plan {
    std::uint32_t drawn = 0;
    bool complement = false;
};
Plan plan_of(std::size_t degree, std::size_t units) {
    const bool complement = 2 * degree > units - 1;
    return {static_cast<std::uint32_t>(complement ? units - 1 - degree : degree), complement};
}

struct Ranked {
    std::vector<double> z;
    std::vector<PermutedUnit> units;
};

Outcome<Ranked> ranked(std::span<const double> values, const Neighbours& neighbours,
                       const PermutationOptions& options, const foundation::Executor& run) {
    if (const auto refused = unusable(values, neighbours, options)) return std::unexpected(*refused);
    const std::size_t n = values.size();
    std::vector<std::uint32_t> unit_of_name;
    if (!options.names.empty()) {
        unit_of_name.resize(n);
        for (std::uint32_t unit = 0; unit < n; ++unit) unit_of_name[options.names[unit]] = unit;
    }
    Ranked found{centred(values, unit_of_name), std::vector<PermutedUnit>(n)};
    double largest = 0, total = 0;
    for (const double z : found.z) largest = std::max(largest, std::abs(z));
    for (std::size_t name = 0; name < n; ++name)
        total += found.z[unit_of_name.empty() ? name : unit_of_name[name]];

    std::vector<std::uint32_t> sizes;
    for (std::size_t i = 0; i < n; ++i)
        if (const Plan plan = plan_of(neighbours.degree(i), n); plan.drawn > 0) sizes.push_back(plan.drawn);
    std::sort(sizes.begin(), sizes.end());
    sizes.erase(std::unique(sizes.begin(), sizes.end()), sizes.end());
    std::vector<std::optional<SharedSamples>> samples(sizes.size());
    run(sizes.size(), [&](std::size_t block) {
        samples[block].emplace(found.z, SharedSamples::Draw{.seed = options.seed,
                                                            .size = sizes[block],
                                                            .least = options.permutations,
                                                            .names = unit_of_name});
    });
    run((n + units_per_block - 1) / units_per_block, [&](std::size_t block) {
        const std::size_t end = std::min(n, (block + 1) * units_per_block);
        for (std::size_t i = block * units_per_block; i < end; ++i) {
            const std::size_t degree = neighbours.degree(i);
            const Plan plan = plan_of(degree, n);
            if (degree == 0 || plan.drawn == 0) continue;
            double lag = 0;
            for (const std::uint32_t j : neighbours.of(i)) lag += found.z[j];
            const auto at = std::lower_bound(sizes.begin(), sizes.end(), plan.drawn) - sizes.begin();
            const SharedSamples& shared = *samples[static_cast<std::size_t>(at)];
            const double slack = 1e-9 * largest * static_cast<double>(plan.complement ? n : degree);
            const auto unit = static_cast<std::uint32_t>(i);
            SharedSamples::Rank rank =
                shared.rank(unit, plan.complement ? total - found.z[i] - lag : lag, slack);
            if (plan.complement) std::swap(rank.at_least, rank.at_most);
            found.units[i] = {.defined = true,
                              .samples = rank.samples,
                              .p_high = permutation_p(rank.at_least, rank.samples),
                              .p_low = permutation_p(rank.at_most, rank.samples)};
        }
    });
    return found;
}

std::vector<PermutedUnit> judged(std::vector<PermutedUnit> units) {
    std::vector<double> p;
    for (PermutedUnit& unit : units)
        if (unit.defined) p.push_back(unit.p = two_sided_permutation_p(unit.p_high, unit.p_low));
    const auto q = benjamini_hochberg(p);
    std::size_t next = 0;
    for (PermutedUnit& unit : units)
        if (unit.defined) unit.q = (*q)[next++];
    return units;
}

}  // namespace

Outcome<std::vector<PermutedUnit>> local_g_permuted(std::span<const double> values,
                                                    const Neighbours& neighbours,
                                                    const PermutationOptions& options,
                                                    const foundation::Executor& run) {
    auto found = ranked(values, neighbours, options, run);
    if (!found) return std::unexpected(found.error());
    return judged(std::move(found->units));
}

Outcome<std::vector<PermutedUnit>> local_moran_permuted(std::span<const double> values,
                                                        const Neighbours& neighbours,
                                                        const PermutationOptions& options,
                                                        const foundation::Executor& run) {
    auto found = ranked(values, neighbours, options, run);
    if (!found) return std::unexpected(found.error());
    for (std::size_t i = 0; i < found->units.size(); ++i) {
        PermutedUnit& unit = found->units[i];
        if (found->z[i] < 0) std::swap(unit.p_high, unit.p_low);
        if (found->z[i] == 0) unit = {};
    }
    return judged(std::move(found->units));
}

}  // namespace maillage::engine
