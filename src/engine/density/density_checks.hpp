#pragma once

#include <cmath>

#include "engine/density/density_image.hpp"

namespace maillage::engine {

// What fixed and adaptive densities refuse.
inline std::optional<Refusal> unusable_density(std::span<const double> x, std::span<const double> y,
                                               const DensityOptions& options) {
    if (const auto refused = unusable_places(x, y, options.plane)) return refused;
    if (const auto refused = unusable_window(options.window)) return refused;
    if (const std::size_t places = distinct_places(x, y, 3); places < 3)
        return Refusal{Reason::fewer_than_3_distinct_places, static_cast<double>(places), 3};
    for (const std::uint32_t side : {options.columns, options.rows})
        if (side < 1 || side > 4096) return Refusal{Reason::parameter_out_of_range, double(side), 4096};
    // Beyond the window's size the picture is flat and the kernel longer than the raster.
    const double largest = options.window.width() + options.window.height();
    if (!(options.sigma > 0 && options.sigma <= largest))
        return Refusal{Reason::parameter_out_of_range, options.sigma, largest};
    return std::nullopt;
}

}  // namespace maillage::engine
