#include "engine/density/density_image.hpp"

#include <cmath>
#include <numbers>

#include "engine/core/columns.hpp"
#include "engine/density/density_checks.hpp"

namespace maillage::engine {
namespace {

struct Binned {
    Bins bins;
    std::size_t used;
};

Binned binned(std::span<const double> x, std::span<const double> y, std::span<const double> weights,
              const DensityOptions& options) {
    Binned found{Bins(options.window, options.columns, options.rows), 0};
    for (std::size_t i = 0; i < x.size(); ++i) {
        if (!options.window.contains(x[i], y[i])) continue;
        double weight = weights.empty() ? 1 : weights[i];
        if (options.edge == EdgeCorrection::diggle)
            weight /= kernel_mass_inside(x[i], y[i], options.sigma, options.window);
        if (options.binning == Binning::linear)
            found.bins.add(x[i], y[i], weight);
        else
            found.bins.add_to_nearest(x[i], y[i], weight);
        ++found.used;
    }
    return found;
}

// e at every centre is a product of one factor a column and one a row.
void divide_by_mass(Raster& raster, double sigma) {
    const Rectangle& w = raster.window;
    const double middle_x = (w.left + w.right) / 2, middle_y = (w.bottom + w.top) / 2;
    const double at_middle = kernel_mass_inside(middle_x, middle_y, sigma, w);
    std::vector<double> across(raster.columns);
    for (std::uint32_t c = 0; c < raster.columns; ++c)
        across[c] = kernel_mass_inside(raster.centre_x(c), middle_y, sigma, w);
    for (std::uint32_t r = 0; r < raster.rows; ++r) {
        const double along = kernel_mass_inside(middle_x, raster.centre_y(r), sigma, w) / at_middle;
        double* row = raster.values.data() + static_cast<std::size_t>(r) * raster.columns;
        for (std::uint32_t c = 0; c < raster.columns; ++c) row[c] /= across[c] * along;
    }
}

}  // namespace

Outcome<DensityImage> density_image(std::span<const double> x, std::span<const double> y,
                                    std::span<const double> weights, const DensityOptions& options,
                                    const foundation::Executor& run) {
    if (const auto refused = unusable_density(x, y, options)) return std::unexpected(*refused);
    if (!weights.empty()) {
        if (const auto refused = lengths_differ(weights.size(), x.size())) return std::unexpected(*refused);
        if (const auto refused = not_counts(weights)) return std::unexpected(*refused);
    }
    const Binned events = binned(x, y, weights, options);
    DensityImage image{events.bins.smoothed(options.sigma, options.binning, run), events.used,
                       x.size() - events.used};
    if (options.edge == EdgeCorrection::uniform) divide_by_mass(image.density, options.sigma);
    return image;
}

Outcome<RateImage> rate_image(std::span<const double> x, std::span<const double> y, const People& people,
                              const DensityOptions& options, const foundation::Executor& run) {
    auto cases = density_image(x, y, {}, options, run);
    if (!cases) return std::unexpected(cases.error());
    auto inhabitants = density_image(people.x, people.y, people.number, options, run);
    if (!inhabitants) return std::unexpected(inhabitants.error());
    const double area = 4 * std::numbers::pi * options.sigma * options.sigma;
    RateImage image{.rate = std::move(cases->density), .hidden = {}, .hidden_cells = 0};
    image.hidden.resize(image.rate.values.size());
    for (std::size_t i = 0; i < image.hidden.size(); ++i) {
        const double below = inhabitants->density.values[i];
        image.hidden[i] = !(below > 0 && below * area >= people.least_per_kernel);
        image.rate.values[i] = image.hidden[i] != 0 ? 0 : image.rate.values[i] / below;
        image.hidden_cells += image.hidden[i];
    }
    if (image.hidden_cells == image.hidden.size())
        return std::unexpected(Refusal{Reason::zero_population, 0, people.least_per_kernel});
    return image;
}

}  // namespace maillage::engine
