#pragma once

#include <span>

#include "engine/core/refusal.hpp"
#include "engine/density/gaussian_kernel.hpp"
#include "engine/density/raster.hpp"

namespace maillage::engine {

struct DensityOptions {
    double sigma = 250;  // metres
    Rectangle window;
    std::uint32_t columns = 512, rows = 512;
    EdgeCorrection edge = EdgeCorrection::uniform;
    Plane plane = Plane::metres;
    Binning binning = Binning::linear;
};

struct DensityImage {
    Raster density;           // events per square metre
    std::size_t used = 0;     // events inside the window
    std::size_t outside = 0;  // events left out because they are not
};

// The kernel density of § "density_at_points" on a raster (at most 4096 × 4096). A picture: nothing is
// concluded from it. Events are binned linearly, then smoothed axis by axis by a kernel narrower by what the
// binning spreads on average. With cells of side h an event's density is wrong by (h/σ)²/12 of its kernel's
// top at most on each axis, when it stands on a centre: 0.07 % for 512 cells of 23 m and σ = 250 m. Of many
// events the errors cancel but for the fourth order. The cut at 4σ adds 1.3·10⁻⁴. With σ below the side of a
// cell the kernel's mean over each cell is taken in the place of its height at the centre: the picture is
// then as coarse as its cells, and its integral still the number of events (but for those within half a cell
// of the window's edge, part of whose weight is binned outside). `weights`: one a point (people, for
// instance), or empty for 1 each. Refuses fewer than 3 distinct places.
Outcome<DensityImage> density_image(std::span<const double> x, std::span<const double> y,
                                    std::span<const double> weights, const DensityOptions& options,
                                    const foundation::Executor& run = foundation::run_inline);

// Cases per person: two densities with the same σ, whose common edge correction cancels (Kelsall & Diggle
// 1995, Stat. Med. 14:2335). NaN-free: `hidden` where fewer than `least_people` stand below one kernel, whose
// area is taken as 4πσ² = 1/∫φ².
struct RateImage {
    Raster rate;
    std::vector<std::uint8_t> hidden;  // 1 = too few people: the rate there is 0 and not to be shown
    std::size_t hidden_cells = 0;
};
struct People {
    std::span<const double> x, y, number;
    double least_per_kernel = 50;
};
Outcome<RateImage> rate_image(std::span<const double> x, std::span<const double> y, const People& people,
                              const DensityOptions& options,
                              const foundation::Executor& run = foundation::run_inline);

}  // namespace maillage::engine
