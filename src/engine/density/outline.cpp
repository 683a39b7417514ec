#include "engine/density/outline.hpp"

#include <algorithm>
#include <cmath>

#include "engine/core/columns.hpp"
#include "engine/density/density_checks.hpp"

namespace maillage::engine {
namespace {

constexpr double least_mass = 0.01;
constexpr std::size_t most_bands = 4096;

}  // namespace

Outcome<Outline> Outline::create(const Corners& corners) {
    if (const auto refused = unusable_places(corners.x, corners.y, Plane::other_unit))
        return std::unexpected(*refused);
    if (const auto refused = lengths_differ(corners.ring.size(), corners.x.size()))
        return std::unexpected(*refused);
    if (const std::size_t places = distinct_places(corners.x, corners.y, 3); places < 3)
        return std::unexpected(Refusal{Reason::fewer_than_3_distinct_places, static_cast<double>(places), 3});
    Outline found;
    const auto [left, right] = std::ranges::minmax(corners.x);
    const auto [bottom, top] = std::ranges::minmax(corners.y);
    found.box_ = {.left = left, .bottom = bottom, .right = right, .top = top};
    if (const auto refused = unusable_window(found.box_)) return std::unexpected(*refused);
    found.bands_.resize(std::min(most_bands, corners.x.size()));
    for (std::size_t begin = 0, end = 0; begin < corners.x.size(); begin = end) {
        while (end < corners.x.size() && corners.ring[end] == corners.ring[begin]) ++end;
        for (std::size_t k = begin; k < end; ++k) {
            const std::size_t next = k + 1 < end ? k + 1 : begin;
            const Side side{corners.x[k], corners.y[k], corners.x[next], corners.y[next]};
            if (side.ay == side.by) continue;  // no line of its own height crosses it
            const std::size_t last = found.band_of(std::max(side.ay, side.by));
            for (std::size_t band = found.band_of(std::min(side.ay, side.by)); band <= last; ++band)
                found.bands_[band].push_back(side);
        }
    }
    return found;
}

std::size_t Outline::band_of(double y) const {
    const double share = (y - box_.bottom) / box_.height() * static_cast<double>(bands_.size());
    return std::min(bands_.size() - 1, static_cast<std::size_t>(std::max(0.0, share)));
}

// A side counts from its lower end up to, but without, its upper one: a corner is crossed once.
bool Outline::contains(double x, double y) const {
    if (!box_.contains(x, y)) return false;
    bool inside = false;
    for (const Side& side : bands_[band_of(y)])
        if ((side.ay <= y) != (side.by <= y) &&
            x < side.ax + (y - side.ay) / (side.by - side.ay) * (side.bx - side.ax))
            inside = !inside;
    return inside;
}

std::vector<std::uint8_t> Outline::mask(const Raster& raster) const {
    std::vector<std::uint8_t> inside;
    inside.reserve(static_cast<std::size_t>(raster.columns) * raster.rows);
    for (std::uint32_t row = 0; row < raster.rows; ++row)
        for (std::uint32_t column = 0; column < raster.columns; ++column)
            inside.push_back(contains(raster.centre_x(column), raster.centre_y(row)) ? 1 : 0);
    return inside;
}

Outcome<OutlinedDensity> density_within(std::span<const double> x, std::span<const double> y,
                                        const Outline& outline, const DensityOptions& options,
                                        const foundation::Executor& run) {
    if (const auto refused = unusable_density(x, y, options)) return std::unexpected(*refused);
    const Raster cells{
        .window = options.window, .columns = options.columns, .rows = options.rows, .values = {}};
    OutlinedDensity found{.image = {}, .inside = outline.mask(cells)};
    Bins land(options.window, options.columns, options.rows);
    const double area = cells.cell_width() * cells.cell_height();
    for (std::uint32_t row = 0, cell = 0; row < options.rows; ++row)
        for (std::uint32_t column = 0; column < options.columns; ++column, ++cell)
            if (found.inside[cell] != 0)
                land.add_to_nearest(cells.centre_x(column), cells.centre_y(row), area);
    const Raster mass = land.smoothed(options.sigma, Binning::nearest, run);

    Bins events(options.window, options.columns, options.rows);
    for (std::size_t i = 0; i < x.size(); ++i) {
        if (!options.window.contains(x[i], y[i]) || !outline.contains(x[i], y[i])) continue;
        const double weight = options.edge == EdgeCorrection::diggle
                                  ? 1 / std::max(least_mass, mass.interpolated(x[i], y[i]))
                                  : 1;
        if (options.binning == Binning::linear)
            events.add(x[i], y[i], weight);
        else
            events.add_to_nearest(x[i], y[i], weight);
        ++found.image.used;
    }
    found.image.outside = x.size() - found.image.used;
    found.image.density = events.smoothed(options.sigma, options.binning, run);
    for (std::size_t cell = 0; cell < found.inside.size(); ++cell) {
        double& value = found.image.density.values[cell];
        if (found.inside[cell] == 0)
            value = 0;
        else if (options.edge == EdgeCorrection::uniform)
            value /= std::max(least_mass, mass.values[cell]);
    }
    return found;
}

}  // namespace maillage::engine
