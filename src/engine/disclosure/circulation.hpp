#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "engine/disclosure/margin_table.hpp"

namespace maillage::engine {

// How far the entries of a table can move from their true values while every line keeps its sum. Node r is
// row r, node rows + 1 + c column c; a flow along a cell from its row to its column raises its entry, the
// other way lowers it. The entry of a total is the total with the sign −, so it may be lowered without end
// and raised up to 0.
enum class Move : std::uint8_t { up, down };

class Circulation {
 public:
    static constexpr std::int64_t unbounded = std::int64_t{1} << 40;

    Circulation(const MarginTable& table, std::span<const Cell> cells);

    // The greatest change of the cell's *count* in that direction; what remains possible for the others stays
    // in the residual graph.
    std::int64_t greatest_move(std::size_t cell, Move move);

    // After greatest_move came to an end: the cells shown so far that would let the cell move on, the
    // cheapest way (Dijkstra). Empty when there is none.
    std::vector<std::size_t> cheapest_opening(
        std::size_t cell, Move move, const std::function<double(std::size_t, std::int64_t)>& price) const;

 private:
    std::int64_t raise_room(std::size_t cell) const;
    std::int64_t lower_room(std::size_t cell) const;
    std::size_t nodes() const { return table_.rows() + 1 + table_.columns() + 1; }
    struct Ends {
        std::size_t from, to;
    };
    Ends ends(std::size_t cell, Move move) const;
    template <class Visit>
    void each_step(std::size_t node, std::size_t left_out, Visit&& visit) const;

    const MarginTable& table_;
    std::span<const Cell> cells_;
    std::vector<std::int64_t> moved_;  // change of each entry so far
};

}  // namespace maillage::engine
