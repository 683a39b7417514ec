#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "engine/core/refusal.hpp"

namespace maillage::engine {

// Who is next to whom: for unit i, members[start[i] … start[i+1]) in increasing order, i itself never among
// them.
struct Neighbours {
    std::vector<std::uint32_t> start{0};
    std::vector<std::uint32_t> members;

    std::size_t units() const { return start.size() - 1; }
    std::span<const std::uint32_t> of(std::size_t unit) const {
        return std::span(members).subspan(start[unit], start[unit + 1] - start[unit]);
    }
    std::size_t degree(std::size_t unit) const { return start[unit + 1] - start[unit]; }
};

// From directed pairs (i → j), in any order, doubles merged, i = j dropped. Refuses an index ≥ units.
struct Pair {
    std::uint32_t from, to;
};
Outcome<Neighbours> neighbours_of_pairs(std::span<const Pair> pairs, std::uint32_t units);

// Units within `distance` (≤), by a grid whose cells have that size: O(n + pairs), at most 2²⁸ of them
// (`overflow`).
// Coordinates in metres of a plane; refuses what looks like degrees (all |x| ≤ 180 and |y| ≤ 90 with a
// distance above 1) only through `looks_like_degrees`, which callers with other units switch off.
enum class Plane { metres, other_unit };
Outcome<Neighbours> neighbours_within(std::span<const double> x, std::span<const double> y, double distance,
                                      Plane plane = Plane::metres);

// The k units nearest to each, ties by unit number; a unit at the same place is at distance 0. Not symmetric:
// a lonely unit's nearest need not return it. Refuses k = 0 and k ≥ units.
Outcome<Neighbours> nearest_neighbours(std::span<const double> x, std::span<const double> y, std::uint32_t k,
                                       Plane plane = Plane::metres);

// The 8 neighbours of each cell of a lattice, row by row from (0, 0): index arithmetic, no search.
Neighbours queen_lattice(std::uint32_t columns, std::uint32_t rows);

// W: each row sums to 1. B: every weight is 1.
enum class Weights : std::uint8_t { row_standardised, binary };

}  // namespace maillage::engine
