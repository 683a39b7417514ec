#pragma once

#include <optional>
#include <span>
#include <vector>

#include "engine/core/refusal.hpp"
#include "engine/scan/cluster.hpp"
#include "engine/scan/replication.hpp"
#include "engine/scan/zones.hpp"
#include "foundation/executor.hpp"

namespace maillage::engine {

// Persons are numbered with 32 bits.
constexpr double most_people = 4e9;

struct ScanOptions {
    ZoneOptions zones;
    std::uint32_t replicates = 999;  // 0: no p
    std::uint64_t seed = 0;
    std::size_t most_clusters = 20;
    Replication replication;
};

struct ScanResult {
    std::vector<ScanCluster> clusters;
    double total_cases = 0;
    std::vector<double> maxima = {};  // of the replicates; 0 where below every reported LLR, unless all count
    std::optional<GumbelLaw> gumbel = {};
};

// Where is the most unlikely group of zones? (Kulldorff 1997.) Cases may be fractional; the total is kept as
// it is (peers that truncate it are wrong in the fourth digit). Replicates place the rounded total.
//
// Poisson: each unit is expected to hold a share of the cases in proportion to `expected` (a population, or
// an adjusted expected count); rescaled to the number of cases.
Outcome<ScanResult> poisson_scan(std::span<const double> x, std::span<const double> y,
                                 std::span<const double> cases, std::span<const double> expected,
                                 const ScanOptions& options,
                                 const foundation::Executor& run = foundation::run_inline);

// Bernoulli: each of the `people` is a case or not; replicates choose the cases among the people. Cases must
// not exceed people in any unit.
Outcome<ScanResult> bernoulli_scan(std::span<const double> x, std::span<const double> y,
                                   std::span<const double> cases, std::span<const double> people,
                                   const ScanOptions& options,
                                   const foundation::Executor& run = foundation::run_inline);

}  // namespace maillage::engine
