#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "engine/density/density_image.hpp"

namespace maillage::engine {

// The outline of a town: corners, those of a ring one after the other, each ring closed by its first corner.
// A place is inside when a line from it crosses the rings an odd number of times: rings inside a ring are
// holes, rings apart are islands.
struct Corners {
    std::span<const double> x, y;
    std::span<const std::uint32_t> ring;
};

// Sides sorted into horizontal bands, so that a place meets those of its own band only.
class Outline {
 public:
    // Refuses corners that are not finite, columns of different lengths, fewer than 3 distinct corners.
    static Outcome<Outline> create(const Corners& corners);

    const Rectangle& box() const { return box_; }
    bool contains(double x, double y) const;
    // 1 for the cells whose centre is inside, row by row.
    std::vector<std::uint8_t> mask(const Raster& raster) const;

 private:
    struct Side {
        double ax, ay, bx, by;
    };
    std::size_t band_of(double y) const;

    Rectangle box_;
    std::vector<std::vector<Side>> bands_;
};

// The density of density_image.hpp inside an outline; `options.window` is the raster's, and what lies outside
// the outline has the value 0 and holds no event. The edge e(x) = ∫_W φ_σ is the mask of the outline smoothed
// like the events: on cells of side h it is that of an outline moved by at most h/2. Cells and events whose e
// would be below 1 % (a needle of land) are taken at 1 %.
struct OutlinedDensity {
    DensityImage image;
    std::vector<std::uint8_t> inside;
};
Outcome<OutlinedDensity> density_within(std::span<const double> x, std::span<const double> y,
                                        const Outline& outline, const DensityOptions& options,
                                        const foundation::Executor& run = foundation::run_inline);

}  // namespace maillage::engine
