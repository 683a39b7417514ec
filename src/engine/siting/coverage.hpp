#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "engine/core/refusal.hpp"

namespace maillage::engine {

// Which demand each candidate covers; demand `weight` ≥ 0.
struct Coverage {
    std::vector<std::vector<std::uint32_t>> covered;  // by candidate, increasing
    std::vector<double> weight;                       // by demand point
};

struct SitingOptions {
    std::uint32_t sites = 1;            // to choose
    std::uint64_t most_nodes = 200000;  // of branch and bound; beyond it the bound stays an upper bound
};

struct Siting {
    std::vector<std::uint32_t> chosen;  // candidates, by falling marginal gain
    std::vector<double> gains;          // what each adds to those before it
    double covered = 0;                 // weight covered by the chosen
    double bound = 0;                   // proven: no choice covers more
    bool proven = false;                // covered = bound: the maximum possible
    std::size_t reduced_candidates = 0, reduced_demand = 0;
};

// Maximal covering location (Church & ReVelle 1974, Pap. Reg. Sci. Assoc. 32:101): choose `sites` candidates
// that cover the most weighted demand.
//
// (a) Demand covered by the same candidates is merged into one row; of candidates that cover the same rows
// one is kept, and a candidate whose rows are a part of another's is dropped: the other serves as well. (b)
// Greedy choice, at least 63 % of the maximum (Nemhauser, Wolsey & Fisher 1978, Math. Program. 14:265): gains
// only fall as sites are added, so a stale gain at the top of the heap is computed anew and no other. (c)
// Swaps of one chosen for one other site while they gain. (d) Lagrangian bound (Galvão & ReVelle 1996, Eur.
// J. Oper. Res. 88:114): a price u on each row, 0 ≤ u ≤ w, frees the choice; Σ(w − u) plus the `sites`
// largest sums of prices bounds every choice, and a subgradient lowers it. (e) Branch and bound on the
// reduced instance with that bound at every node; a bound below the best + the smallest possible step ends
// the proof. Whole weights make that step 1.
Outcome<Siting> maximal_covering(const Coverage& coverage, const SitingOptions& options);

// Places: candidates and demand within `radius` (≤), metres of a plane or haversine on longitude and
// latitude.
enum class SitingPlane : std::uint8_t { metres, longitude_latitude };
struct SitingPlaces {
    std::span<const double> candidate_x, candidate_y;
    std::span<const double> demand_x, demand_y;
    std::span<const double> demand_weight;  // empty: 1 each
    double radius = 100;                    // metres
    SitingPlane plane = SitingPlane::metres;
    double earth_radius = 6371000;  // metres
};
Outcome<Coverage> coverage_within(const SitingPlaces& places);

// Existing sites are counted first: what they cover needs no other, and they are no candidates.
struct SitingWithExisting {
    double already = 0;  // weight covered by the existing sites
    double total = 0;    // of all demand
    Siting added;        // covered and bound are of what is added
};
Outcome<SitingWithExisting> add_sites(const Coverage& coverage, std::span<const std::uint8_t> existing,
                                      const SitingOptions& options);

// Mean distance from each demand point to its nearest of the sites given.
double mean_nearest_distance(const SitingPlaces& places, std::span<const std::uint32_t> sites);

}  // namespace maillage::engine
