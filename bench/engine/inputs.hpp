#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "engine/space/places.hpp"

// The invented data that every tool is timed on, the same for all: `engine_bench points|cells|weeks N` writes
// what the peers read.
namespace maillage::bench {

constexpr engine::Rectangle town{.left = 0, .bottom = 0, .right = 12000, .top = 10000};

// 40 hot spots and a background in 12 × 10 km, three years; places to the millimetre, as in the files.
struct Events {
    std::vector<double> x, y, minutes;
    std::vector<std::uint32_t> category;  // 0 … 9, the first the most frequent

    std::vector<double> days() const;  // with their fraction, as in the files
};
Events events(std::size_t n);

// Events of each cell of a lattice over the town, row by row: the square nearest to n cells, 3n events.
std::uint32_t side_of_lattice(std::size_t n);
std::vector<double> lattice_counts(std::size_t n);

// Ten years of weekly counts with a season and no trend.
std::vector<double> weekly_counts();

// Writes one of the inputs to standard output; false: no such input.
bool write_input(const char* which, std::size_t n);

}  // namespace maillage::bench
