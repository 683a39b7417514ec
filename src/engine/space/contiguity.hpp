#pragma once

#include <cstdint>
#include <span>

#include "engine/core/refusal.hpp"
#include "engine/space/neighbours.hpp"

namespace maillage::engine {

// Corners of outlines, one after the other: corner k is at (x, y) and belongs to the outline `ring`, which is
// part of the zone `zone`. Corners of a ring are consecutive, in order; the first need not be repeated last.
struct Outlines {
    std::span<const double> x, y;
    std::span<const std::uint32_t> zone, ring;
};

// queen: zones that share a corner; rook: zones that share two consecutive corners, that is a side.
enum class Contiguity : std::uint8_t { queen, rook };

// Zones that touch. Corners are rounded to a grid of `precision` and sorted, so that two outlines drawn from
// one another meet although their last digits differ: O(corners log corners). A side counts whatever its
// direction. Outlines must share their corners: a corner that lies in the middle of the other's side does not
// touch it. Overlapping zones touch only if they share corners too. Refuses coordinates that are not finite,
// a precision that is not positive or too fine for the coordinates, a zone ≥ zones, more than 2²⁷ pairs.
Outcome<Neighbours> touching(const Outlines& outlines, std::uint32_t zones, Contiguity contiguity,
                             double precision = 0.01);

}  // namespace maillage::engine
