#include "engine/density/point_density.hpp"

#include <algorithm>
#include <cmath>

#include "engine/core/columns.hpp"
#include "engine/space/cell_grid.hpp"

namespace maillage::engine {
namespace {

// Beyond it, minutes: the image is what such a crowd needs.
constexpr double most_kernels = 2e11;

constexpr double reach_in_sigmas = 9;
constexpr std::size_t points_per_block = 512;

double spread(std::span<const double> column) {
    double mean = 0, squares = 0;
    for (const double v : column) mean += v;
    mean /= static_cast<double>(column.size());
    for (const double v : column) squares += (v - mean) * (v - mean);
    return std::sqrt(squares / static_cast<double>(column.size() - 1));
}

}  // namespace

Outcome<std::vector<double>> density_at_points(std::span<const double> x, std::span<const double> y,
                                               const PointDensityOptions& options,
                                               const foundation::Executor& run) {
    if (const auto refused = unusable_places(x, y, options.plane)) return std::unexpected(*refused);
    if (const auto refused = unusable_window(options.window)) return std::unexpected(*refused);
    if (const auto refused = outside_window(x, y, options.window)) return std::unexpected(*refused);
    const double sigma = options.sigma;
    if (!(std::isfinite(sigma) && sigma > 0))
        return std::unexpected(Refusal{Reason::parameter_out_of_range, sigma, 0});

    const CellGrid grid(x, y, reach_in_sigmas * sigma);
    if (const double kernels = pairs_to_look_at(grid); kernels > most_kernels)
        return std::unexpected(Refusal{Reason::overflow, kernels, most_kernels});
    std::vector<double> mass(x.size(), 1.0);
    if (options.edge != EdgeCorrection::none)
        for (std::size_t i = 0; i < x.size(); ++i)
            mass[i] = kernel_mass_inside(x[i], y[i], sigma, options.window);
    const bool per_event = options.edge == EdgeCorrection::diggle;
    std::vector<double> density(x.size());
    const std::size_t blocks = (x.size() + points_per_block - 1) / points_per_block;
    run(blocks, [&](std::size_t block) {
        const std::size_t end = std::min(x.size(), (block + 1) * points_per_block);
        for (std::size_t i = block * points_per_block; i < end; ++i) {
            double sum = 0;
            grid.around(x[i], y[i], reach_in_sigmas * sigma, [&](CellGrid::Run cells) {
                for (std::uint32_t k = cells.begin; k < cells.end; ++k) {
                    const std::uint32_t j = grid.numbers()[k];
                    if (j == i && options.itself == Itself::left_out) continue;
                    const double dx = grid.x()[k] - x[i], dy = grid.y()[k] - y[i];
                    const double height = gaussian_kernel(dx * dx + dy * dy, sigma);
                    sum += per_event ? height / mass[j] : height;
                }
            });
            density[i] = options.edge == EdgeCorrection::uniform ? sum / mass[i] : sum;
        }
    });
    return density;
}

Outcome<Bandwidths> scott_bandwidths(std::span<const double> x, std::span<const double> y) {
    if (const auto refused = unusable_places(x, y, Plane::other_unit)) return std::unexpected(*refused);
    if (const std::size_t places = distinct_places(x, y, 3); places < 3)
        return std::unexpected(Refusal{Reason::fewer_than_3_distinct_places, static_cast<double>(places), 3});
    const double shrink = std::pow(static_cast<double>(x.size()), -1.0 / 6);
    return Bandwidths{.x = spread(x) * shrink, .y = spread(y) * shrink};
}

}  // namespace maillage::engine
