#include "engine/scan/replication.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "engine/inference/permutation_p.hpp"

namespace maillage::engine {
namespace {

constexpr std::uint32_t batch = 128;
constexpr std::size_t least_maxima = 20;
constexpr double any_llr = 1e-9;

}  // namespace

double GumbelLaw::at_least(double llr) const { return -std::expm1(-std::exp(-(llr - location) / scale)); }

std::optional<GumbelLaw> gumbel_law(std::span<const double> maxima) {
    if (maxima.size() < least_maxima) return std::nullopt;
    const auto n = static_cast<double>(maxima.size());
    double mean = 0, squares = 0;
    for (const double m : maxima) mean += m / n;
    for (const double m : maxima) squares += (m - mean) * (m - mean);
    // Equal maxima have a mean that rounding keeps from being theirs.
    if (!(squares > 1e-20 * n * mean * mean)) return std::nullopt;
    GumbelLaw law;
    law.scale = std::sqrt(squares / (n - 1)) * std::sqrt(6.0) / std::numbers::pi;
    law.location = mean - std::numbers::egamma * law.scale;
    return law;
}

double lowest_that_matters(std::span<const ScanCluster> clusters, const Replication& how) {
    if (how.gumbel) return any_llr;
    double lowest = clusters.front().llr;
    for (const ScanCluster& cluster : clusters) lowest = std::min(lowest, cluster.llr);
    return lowest * (1 - 1e-9) - 1e-9;
}

std::vector<double> replicate_maxima(std::span<const ScanCluster> clusters, std::uint32_t replicates,
                                     const Replication& how, const MaximaOf& maxima_of) {
    if (how.stop_after == 0) return maxima_of(0, replicates);
    const double bound = tie_bound(clusters.front().llr);
    std::vector<double> maxima;
    std::uint32_t as_large = 0;
    while (maxima.size() < replicates) {
        const auto first = static_cast<std::uint32_t>(maxima.size());
        for (const double maximum : maxima_of(first, std::min(batch, replicates - first))) {
            maxima.push_back(maximum);
            as_large += maximum >= bound ? 1 : 0;
            if (as_large == how.stop_after) return maxima;
        }
    }
    return maxima;
}

void judge(std::span<ScanCluster> clusters, std::span<const double> maxima, const Replication& how) {
    if (maxima.empty()) return;
    const auto law = how.gumbel ? gumbel_law(maxima) : std::nullopt;
    for (ScanCluster& cluster : clusters) {
        const double bound = tie_bound(cluster.llr);
        std::uint64_t as_large = 0, seen = 0;
        for (const double maximum : maxima) {
            ++seen;
            as_large += maximum >= bound ? 1 : 0;
            if (how.stop_after > 0 && as_large == how.stop_after) break;
        }
        const bool ended = how.stop_after > 0 && as_large == how.stop_after;
        cluster.p = ended ? static_cast<double>(as_large) / static_cast<double>(seen)
                          : permutation_p(as_large, maxima.size());
        if (law) cluster.gumbel_p = law->at_least(cluster.llr);
    }
}

}  // namespace maillage::engine
