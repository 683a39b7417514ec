#pragma once

#include <cstdint>
#include <vector>

#include "engine/core/refusal.hpp"
#include "engine/disclosure/margin_table.hpp"

namespace maillage::engine {

struct RoundingOptions {
    std::int64_t base = 5;
    std::uint64_t seed = 0;
};

// The table and its margins rounded to multiples of the base so that every row and column still adds up
// (controlled rounding; Cox 1987, JASA 82:520). Every figure, totals included, becomes one of the two
// multiples next to it, or stays when it is one already; which of the two is drawn so that its mean is the
// true figure: rounding makes nothing larger or smaller in the long run.
//
// With the sign of the totals turned, every line of the table sums to 0, so a line that holds one figure off
// the multiples holds two. Walking from such a figure along its row to another, along that one's column to a
// third … must close a circle. Moving the circle's figures by +d, −d, +d … leaves all sums as they are; d is
// the least that brings one of them to a multiple, upwards with the chance of the way down and the reverse,
// which makes it fair. Each turn settles at least one figure: O(cells²), in whole numbers.
// Refuses a base below 2 or above 1 000, more than 2 500 cells (`overflow`).
Outcome<std::vector<std::int64_t>> rounded(const MarginTable& table, const RoundingOptions& options = {});

}  // namespace maillage::engine
