#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "engine/core/refusal.hpp"
#include "engine/space/neighbours.hpp"
#include "foundation/executor.hpp"

namespace maillage::engine {

enum class Metric : std::uint8_t { euclidean, manhattan };

// Half-open bands: edges b₀ < b₁ < … make [b₀, b₁), [b₁, b₂) …; the last edge may be infinite. A first space
// band such as [0, 0.1 m) holds repeats at the same place and keeps them apart from near repeats.
struct KnoxOptions {
    std::span<const double> space_edges;  // metres
    std::span<const double> time_edges;   // days
    Metric metric = Metric::manhattan;
    std::uint32_t replicates = 999;
    std::uint64_t seed = 0;
    Plane plane = Plane::metres;
};

struct KnoxCell {
    std::uint64_t observed = 0;  // pairs of events that far and that many days apart
    double expected = 0;         // mean over the replicates
    double ratio = 0;            // observed/expected; 0 when both are
    double p = 1;                // (1 + #{replicate ≥ observed})/(R + 1)
    double q = 1;                // Benjamini–Hochberg over the table
};

struct KnoxTable {
    std::size_t space_bands = 0, time_bands = 0, events = 0;
    std::vector<KnoxCell> cells;  // row by row, a row a space band
    const KnoxCell& at(std::size_t space, std::size_t time) const { return cells[space * time_bands + time]; }
};

// Near repeats (Knox 1964, Appl. Stat. 13:25; Johnson et al. 2007, J. Quant. Criminol. 23:201): are more
// pairs close in both space and time than if the dates were dealt to the places at random?
//
// The pairs nearer than the last finite space edge are listed once. A replicate permutes the dates and counts
// the list again. Permuting dates leaves the number of pairs per time band unchanged, so the open band
// [last, ∞) needs no list: it is that number, counted once from the sorted dates, less the other bands. Whole
// days fit 16 bits, so sixteen replicates stand side by side: a pair is two loads, a difference and one
// comparison a time edge for all sixteen at once, without a branch. Dates that are not whole run through the
// same code with doubles.
// Refuses fewer than 3 events, edges that do not rise, more than 2²⁷ pairs (`overflow`).
Outcome<KnoxTable> knox(std::span<const double> x, std::span<const double> y, std::span<const double> days,
                        const KnoxOptions& options, const foundation::Executor& run = foundation::run_inline);

// Knox's own two by two table: pairs at most that far (≤) and at most that many days apart (≤).
struct ClassicalKnox {
    std::uint64_t close_both = 0, close_in_space = 0, close_in_time = 0, neither = 0;
    double lambda = 0;     // (pairs close in space × pairs close in time)/pairs
    double poisson_p = 1;  // P(X > close_both), Poisson(λ), as the peers print it
    double pairs_p =
        1;         // P(X ≥ close_both) if "close in time" were dealt to pairs: hypergeometric, too small
    double p = 1;  // by permutation of the dates: the one to use
};
struct ClassicalOptions {
    double distance = 0;  // metres
    double days = 0;
    Metric metric = Metric::euclidean;
    std::uint32_t replicates = 999;
    std::uint64_t seed = 0;
    Plane plane = Plane::metres;
};
Outcome<ClassicalKnox> classical_knox(std::span<const double> x, std::span<const double> y,
                                      std::span<const double> days, const ClassicalOptions& options,
                                      const foundation::Executor& run = foundation::run_inline);

// "X m, Y days": how far and how long to stay watchful after a fact, from the near-repeat bands (the space
// bands from `first_near` on). Bands count from the nearest outwards while q ≤ 0.05 and ratio > 1: space in
// the first time band, then time in the first of those space bands. An area and a duration, never an address.
struct VigilanceWindow {
    double metres = 0, days = 0;
    bool found = false;
};
VigilanceWindow vigilance_window(const KnoxTable& table, const KnoxOptions& options, std::size_t first_near);

}  // namespace maillage::engine
