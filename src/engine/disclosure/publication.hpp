#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "engine/core/refusal.hpp"
#include "engine/disclosure/margin_table.hpp"
#include "engine/disclosure/suppression.hpp"

namespace maillage::engine {

// A table of more than two entries, with nested zones or periods, and what was published before it. The facts
// are counted in atoms, the finest cells; everything a reader sees is a sum of atoms. An earlier release is a
// constraint like another (differencing: this month's total less last month's is a cell).
struct PublishedCell {
    enum class Past : std::uint8_t {
        none,    // part of the release to come: may be hidden
        shown,   // already seen: nothing can hide it
        hidden,  // hidden in an earlier release: must stay protected, though it is not printed again
    };
    std::vector<std::uint32_t> atoms;  // different, increasing
    Past past = Past::none;
};

class Publication {
 public:
    // `counts`: true counts of the atoms. Refuses no atom, no cell, an atom that does not exist, more than
    // 800 atoms or 3 000 cells (`overflow`).
    static Outcome<Publication> create(std::vector<std::uint32_t> counts, std::vector<PublishedCell> cells);

    std::size_t size() const { return cells_.size(); }
    const PublishedCell& cell(std::size_t index) const { return cells_[index]; }
    std::int64_t count(std::size_t cell) const;
    std::span<const std::uint32_t> counts() const { return counts_; }

 private:
    std::vector<std::uint32_t> counts_;
    std::vector<PublishedCell> cells_;
};

// One entry of a table: its members, and groups of them printed as well (months in years, zones in towns).
struct Axis {
    std::uint32_t members = 0;
    std::vector<std::vector<std::uint32_t>> levels;  // of each level: the group of every member, from 0
    // What is printed along the axis: each member, each group that is not a member alone, and the total.
    std::vector<std::vector<std::uint32_t>> lines() const;
};

// Every combination of the axes' lines; atoms and cells row by row, the last axis fastest. Refuses levels
// that do not name a group for each member, and `counts` of another size.
Outcome<Publication> crossed(std::span<const Axis> axes, std::vector<std::uint32_t> counts);

// What may stand in each cell for a reader who knows all that is shown, now and before: the least and
// greatest value by linear programming on the atoms, then narrowed to whole numbers. The bounds are those of
// tables with fractions, so a whole table may have a narrower range where the constraints are not those of a
// network (three entries or more); two entries are exact in margin_table.hpp. Cells shown have their own
// count. Refuses when the calculation does not converge: the table is then not to be published.
Outcome<std::vector<Feasible>> feasible_intervals(const Publication& publication,
                                                  std::span<const Cell> cells);

// Hides the small counts of the release to come, then one cell after the other until every hidden cell, of
// earlier releases too, may hold values at least k apart. For an exposed cell the choice is among the shown
// cells whose price in the linear program is not zero (hiding another one alone would change nothing): the
// smallest count first, totals last. Complementary cells that turn out not to be needed are shown again,
// largest first (up to 200 cells). Refuses a threshold below 1, what was already published and gives a hidden
// cell away (`did_not_converge`, found = that cell): it cannot be mended.
Outcome<Suppression> suppress(const Publication& publication, const SuppressionOptions& options = {});

}  // namespace maillage::engine
