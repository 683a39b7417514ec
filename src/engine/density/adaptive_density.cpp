#include "engine/density/adaptive_density.hpp"

#include <algorithm>
#include <cmath>

#include "engine/density/density_checks.hpp"

namespace maillage::engine {
namespace {

constexpr std::size_t steps = 24;
constexpr double largest_factor = 5;
constexpr std::uint32_t probes_a_side = 8;

struct Inside {
    std::vector<double> x, y;
};

Inside inside(std::span<const double> x, std::span<const double> y, const Rectangle& window) {
    Inside found;
    for (std::size_t i = 0; i < x.size(); ++i)
        if (window.contains(x[i], y[i])) {
            found.x.push_back(x[i]);
            found.y.push_back(y[i]);
        }
    return found;
}

std::vector<double> abramson(const Inside& events, const Raster& pilot, double sigma) {
    std::vector<double> sigmas(events.x.size());
    double logarithms = 0;
    for (std::size_t i = 0; i < sigmas.size(); ++i) {
        // Far from every centre of a coarse raster the pilot can vanish; the factor is capped anyway.
        sigmas[i] = std::log(std::max(pilot.interpolated(events.x[i], events.y[i]), 1e-300));
        logarithms += sigmas[i];
    }
    const double mean = logarithms / static_cast<double>(sigmas.size());
    for (double& s : sigmas)
        s = sigma * std::clamp(std::exp((mean - s) / 2), 1 / largest_factor, largest_factor);
    return sigmas;
}

double direct(const Inside& events, std::span<const double> sigmas, std::span<const double> masses, double x,
              double y) {
    double sum = 0;
    for (std::size_t i = 0; i < sigmas.size(); ++i) {
        const double dx = events.x[i] - x, dy = events.y[i] - y, squared = dx * dx + dy * dy;
        // Beyond 9σ a kernel is 3·10⁻¹⁸ of its top: not worth an exponential.
        if (squared < 81 * sigmas[i] * sigmas[i]) sum += gaussian_kernel(squared, sigmas[i]) / masses[i];
    }
    return sum;
}

}  // namespace

Outcome<AdaptiveDensity> adaptive_density(std::span<const double> x, std::span<const double> y,
                                          const DensityOptions& options, const foundation::Executor& run) {
    DensityOptions pilot_options = options;
    pilot_options.edge = EdgeCorrection::uniform;
    auto pilot = density_image(x, y, {}, pilot_options, run);
    if (!pilot) return std::unexpected(pilot.error());
    const Inside events = inside(x, y, options.window);
    if (const std::size_t places = distinct_places(events.x, events.y, 3); places < 3)
        return std::unexpected(Refusal{Reason::fewer_than_3_distinct_places, static_cast<double>(places), 3});
    AdaptiveDensity found{.image = {}, .sigmas = abramson(events, pilot->density, options.sigma)};
    const auto [least, most] = std::minmax_element(found.sigmas.begin(), found.sigmas.end());
    const double low = std::log(*least), step = (std::log(*most) - low) / (steps - 1);

    std::vector<Bins> groups(steps, Bins(options.window, options.columns, options.rows));
    std::vector<double> masses(found.sigmas.size());
    for (std::size_t i = 0; i < masses.size(); ++i) {
        masses[i] = kernel_mass_inside(events.x[i], events.y[i], found.sigmas[i], options.window);
        const double at = step > 0 ? (std::log(found.sigmas[i]) - low) / step : 0;
        const std::size_t group = std::min(steps - 2, static_cast<std::size_t>(at));
        const double above = at - static_cast<double>(group);
        groups[group].add(events.x[i], events.y[i], (1 - above) / masses[i]);
        groups[group + 1].add(events.x[i], events.y[i], above / masses[i]);
    }
    found.image.used = events.x.size();
    found.image.outside = x.size() - events.x.size();
    for (std::size_t group = 0; group < steps; ++group) {
        const Raster part =
            groups[group].smoothed(std::exp(low + step * static_cast<double>(group)), Binning::linear, run);
        if (group == 0)
            found.image.density = part;
        else
            for (std::size_t i = 0; i < part.values.size(); ++i)
                found.image.density.values[i] += part.values[i];
        if (!(step > 0)) break;
    }
    const Raster& raster = found.image.density;
    for (std::uint32_t r = 0; r < probes_a_side; ++r)
        for (std::uint32_t c = 0; c < probes_a_side; ++c) {
            const std::uint32_t column = (2 * c + 1) * raster.columns / (2 * probes_a_side);
            const std::uint32_t row = (2 * r + 1) * raster.rows / (2 * probes_a_side);
            const double exact =
                direct(events, found.sigmas, masses, raster.centre_x(column), raster.centre_y(row));
            found.largest_error = std::max(found.largest_error, std::abs(raster.at(column, row) - exact));
        }
    return found;
}

}  // namespace maillage::engine
