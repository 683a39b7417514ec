#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "engine/core/refusal.hpp"
#include "foundation/executor.hpp"

namespace maillage::engine {

// How many categories, months and cells there are: small and dense, so a count's place is an index.
struct CountShape {
    std::uint32_t categories = 1, months = 1, columns = 1, rows = 1;  // cells = columns × rows
    std::size_t cells() const { return std::size_t{columns} * rows; }
    // Refused beyond 2²⁷ counts.
    std::size_t size() const { return std::size_t{categories} * months * cells(); }
};

// One event a row. `cell` = row × columns + column of the lattice.
struct EventColumns {
    std::span<const std::uint8_t> category;
    std::span<const std::uint16_t> month;
    std::span<const std::uint32_t> cell;
};

// Events of a whole city, kept for counting: 7 bytes an event, sorted once by (place of the cell along
// Hilbert's curve, month). Cells that are near on the map are near in the order, so the events of a map's
// window are a few consecutive ranges, and scattered additions stay in the cache.
class EventTable {
 public:
    // Refuses columns of different lengths, a number beyond the shape (`index_out_of_range`, found = the
    // event), more than 2³¹ events and a shape that is empty or beyond 2²⁷ counts.
    static Outcome<EventTable> create(const EventColumns& events, const CountShape& shape);

    std::size_t events() const { return cell_.size(); }
    const CountShape& shape() const { return shape_; }

    // counts[(category × months + month) × cells + cell]. Blocks of fixed length add into tables of their own
    // (at most 16, whatever the threads), which are added afterwards: whole numbers, so any order is the
    // same.
    std::vector<std::uint32_t> by_cell(const foundation::Executor& run = foundation::run_inline) const;
    // counts[category × months + month], of the whole lattice.
    std::vector<std::uint32_t> by_month(const foundation::Executor& run = foundation::run_inline) const;
    // The same of the cells first_column … last_column, first_row … last_row, ends included; what lies beyond
    // the lattice holds nothing.
    struct Window {
        std::uint32_t first_column, first_row, last_column, last_row;
    };
    std::vector<std::uint32_t> by_month_within(const Window& window) const;

 private:
    std::vector<std::uint32_t> added(std::size_t size, const foundation::Executor& run,
                                     void (EventTable::*add)(std::size_t, std::size_t, std::uint32_t*)
                                         const) const;
    void add_by_cell(std::size_t begin, std::size_t end, std::uint32_t* counts) const;
    void add_by_month(std::size_t begin, std::size_t end, std::uint32_t* counts) const;

    CountShape shape_;
    std::vector<std::uint8_t> category_;
    std::vector<std::uint16_t> month_;
    std::vector<std::uint32_t> cell_;
    std::vector<std::uint32_t> start_;  // of each cell's events, by the cell's rank along the curve
    std::vector<std::uint32_t> rank_;   // of each cell
};

// Place of a cell along Hilbert's curve through a square of 2^order cells a side (Hilbert 1891; the turns as
// in Skilling 2004, AIP Conf. Proc. 707:381).
std::uint64_t hilbert_index(std::uint32_t column, std::uint32_t row, unsigned order);

}  // namespace maillage::engine
