#pragma once

#include <cstddef>
#include <vector>

namespace maillage::bench {

// The points that the peers' scripts time: 40 hot spots and a background in 12 × 10 km, three years. The same
// numbers as bench/peers/gen_points.py, without its rounding to millimetres.
struct Events {
    std::vector<double> x, y, days;
};
Events events(std::size_t n);

}  // namespace maillage::bench
