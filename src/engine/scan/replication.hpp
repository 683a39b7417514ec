#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "engine/scan/cluster.hpp"

namespace maillage::engine {

// How the replicates are used.
struct Replication {
    // Besag & Clifford 1991 (Biometrika 78:301): no more replicates once so many maxima are as large as the
    // best cluster's LLR; 0 = a fixed number. For screening: a p that will not be small is known after a few
    // dozen replicates, one that is small is as exact as ever.
    std::uint32_t stop_after = 0;
    // p beyond 1/(R + 1), by the law of the maxima; every maximum is then calculated, below the reported LLR
    // too.
    bool gumbel = false;
};

// F(x) = exp(−exp(−(x − location)/scale)), fitted to the maxima by their mean and standard deviation s:
// scale = s·√6/π, location = mean − γ·scale. The scan statistic's maxima follow it closely (Abrams, Kulldorff
// & Kleinman 2010, Int. J. Health Geogr. 9:61), so p = 1 − F(LLR) goes on where the replicates end; it is an
// approximation, printed beside p and never instead of it.
struct GumbelLaw {
    double location = 0, scale = 1;
    double at_least(double llr) const;
};
// Nothing of fewer than 20 maxima, or of equal ones.
std::optional<GumbelLaw> gumbel_law(std::span<const double> maxima);

// The lowest LLR that the maxima must be exact for.
double lowest_that_matters(std::span<const ScanCluster> clusters, const Replication& how);

// The maxima of replicates first + 1 … first + count.
using MaximaOf = std::function<std::vector<double>(std::uint32_t first, std::uint32_t count)>;

// The maxima of all `replicates`, or of those up to the one that ends the sequence. Batches have a fixed size
// and are judged in order, so the result is that of any number of threads. Needs one cluster at least.
std::vector<double> replicate_maxima(std::span<const ScanCluster> clusters, std::uint32_t replicates,
                                     const Replication& how, const MaximaOf& maxima_of);

// p of every cluster: (1 + #{maxima ≥ its LLR})/(R + 1), ties within 1e-9 counted as ≥. With a stop after h,
// a cluster whose h-th such maximum is the L-th replicate has p = h/L (Besag & Clifford); every cluster keeps
// its own L, which is at most that of the best.
void judge(std::span<ScanCluster> clusters, std::span<const double> maxima, const Replication& how = {});

}  // namespace maillage::engine
