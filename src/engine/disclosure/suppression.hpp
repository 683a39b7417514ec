#pragma once

#include <cstdint>
#include <vector>

#include "engine/core/refusal.hpp"
#include "engine/disclosure/margin_table.hpp"

namespace maillage::engine {

// A zero says "nobody": as telling as a small count, except at the scale of a commune.
enum class Zeros : std::uint8_t { hidden, shown };

struct SuppressionOptions {
    std::int64_t threshold = 5;  // k: counts below it are hidden
    Zeros zeros = Zeros::hidden;
};

struct Suppression {
    std::vector<Cell> cells;  // of the table with its margins
    std::size_t primary = 0, complementary = 0;
};

// Hides the small counts, totals included, then as few further cells as a greedy search finds, until every
// hidden cell could hold values at least k apart for a reader who subtracts (feasible_interval). For an
// exposed cell the cheapest way that lets it move is opened (Cox 1995); the price of a cell is its count, a
// total costs more than any inner cell, and a cell with less room than is missing costs extra. Afterwards
// complementary cells that turn out not to be needed are shown again, largest first (tables up to 600 cells).
// Refuses a threshold below 1, a table of more than 2 500 cells (`overflow`), and one that stays exposed
// with everything hidden (`did_not_converge`, found = exposed cells): it is not published at all.
Outcome<Suppression> suppress(const MarginTable& table, const SuppressionOptions& options = {});

}  // namespace maillage::engine
