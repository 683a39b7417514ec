#include "engine/space/global_permutation.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

#include "engine/core/philox.hpp"
#include "engine/inference/permutation_p.hpp"
#include "engine/space/autocorrelation.hpp"
#include "engine/space/weight_sums.hpp"

namespace maillage::engine {
namespace {

constexpr std::size_t replicates_per_block = 8;

Outcome<GlobalStatistic> observed(GlobalMeasure measure, std::span<const double> values,
                                  const Neighbours& neighbours, Weights weights) {
    switch (measure) {
    case GlobalMeasure::moran: return moran(values, neighbours, weights);
    case GlobalMeasure::geary: return geary(values, neighbours, weights);
    case GlobalMeasure::getis_g: return getis_g(values, neighbours, weights);
    }
    __builtin_unreachable();
}

// The part of the statistic that a shuffle changes, larger where neighbours are more alike.
double likeness(GlobalMeasure measure, std::span<const double> z, const Neighbours& neighbours,
                Weights weights) {
    double sum = 0;
    for (std::size_t i = 0; i < z.size(); ++i) {
        double row = 0;
        for (const std::uint32_t j : neighbours.of(i))
            row += measure == GlobalMeasure::geary ? -(z[i] - z[j]) * (z[i] - z[j]) : z[i] * z[j];
        if (neighbours.degree(i) > 0) sum += row_weight(neighbours, weights, i) * row;
    }
    return sum;
}

struct Sides {
    std::uint64_t alike = 0, unlike = 0;
};

}  // namespace

Outcome<GlobalPermutation> permuted_global(GlobalMeasure measure, std::span<const double> values,
                                           const Neighbours& neighbours,
                                           const GlobalPermutationOptions& options,
                                           const foundation::Executor& run) {
    if (options.replicates < 1 || options.replicates > 999'999)
        return std::unexpected(
            Refusal{Reason::parameter_out_of_range, static_cast<double>(options.replicates), 999'999});
    if (const auto found = observed(measure, values, neighbours, options.weights); !found)
        return std::unexpected(found.error());
    std::vector<double> z(values.begin(), values.end());
    const double mean = std::accumulate(z.begin(), z.end(), 0.0) / static_cast<double>(z.size());
    if (measure != GlobalMeasure::getis_g)
        for (double& value : z) value -= mean;
    std::vector<std::uint32_t> places;
    for (std::uint32_t i = 0; i < z.size(); ++i)
        if (measure != GlobalMeasure::getis_g || neighbours.degree(i) > 0) places.push_back(i);

    const double here = likeness(measure, z, neighbours, options.weights), slack = 1e-9 * std::abs(here);
    const std::size_t blocks = (options.replicates + replicates_per_block - 1) / replicates_per_block;
    std::vector<Sides> sides(blocks);
    run(blocks, [&](std::size_t block) {
        std::vector<double> shuffled(z);
        const std::size_t end = std::min<std::size_t>(options.replicates, (block + 1) * replicates_per_block);
        for (std::size_t replicate = block * replicates_per_block; replicate < end; ++replicate) {
            Draws draws(options.seed, Stream::permutation, static_cast<std::uint32_t>(replicate));
            shuffled = z;
            for (auto left = static_cast<std::uint32_t>(places.size()); left > 1; --left)
                std::swap(shuffled[places[left - 1]], shuffled[places[draws.below(left)]]);
            const double there = likeness(measure, shuffled, neighbours, options.weights);
            if (there >= here - slack) ++sides[block].alike;
            if (there <= here + slack) ++sides[block].unlike;
        }
    });
    Sides all;
    for (const Sides& side : sides) {
        all.alike += side.alike;
        all.unlike += side.unlike;
    }
    GlobalPermutation found{.replicates = options.replicates};
    found.p_alike = permutation_p(all.alike, options.replicates);
    found.p = std::min(1.0, 2 * std::min(found.p_alike, permutation_p(all.unlike, options.replicates)));
    return found;
}

}  // namespace maillage::engine
