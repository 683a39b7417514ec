#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "engine/space/places.hpp"
#include "foundation/executor.hpp"

namespace maillage::engine {

// A grid of values over a rectangle, row by row from its bottom left; each value stands for its cell's
// centre.
struct Raster {
    Rectangle window;
    std::uint32_t columns = 0, rows = 0;
    std::vector<double> values;

    double cell_width() const { return window.width() / columns; }
    double cell_height() const { return window.height() / rows; }
    double centre_x(std::uint32_t column) const { return window.left + (column + 0.5) * cell_width(); }
    double centre_y(std::uint32_t row) const { return window.bottom + (row + 0.5) * cell_height(); }
    double at(std::uint32_t column, std::uint32_t row) const {
        return values[static_cast<std::size_t>(row) * columns + column];
    }
    // Σ value × area of a cell.
    double integral() const;
    // Between the four nearest centres; beyond the outermost centres the border's value.
    double interpolated(double x, double y) const;
    // Value of the cell that holds the place; inside the window only.
    double cell_of(double x, double y) const;
};

// Where an event's weight goes: to the four nearest centres, or to the centre of its own cell. The second is
// what spatstat does; it moves events by up to half a cell (the top of the redwoods' map is then 0.8 % low).
enum class Binning { linear, nearest };

// Weights of events spread over the four nearest centres in proportion to nearness ("linear binning"), on a
// raster with a margin of one cell, so that nothing of an event near the border is lost or moved.
class Bins {
 public:
    Bins(const Rectangle& window, std::uint32_t columns, std::uint32_t rows);
    void add(double x, double y, double weight);
    // The whole weight to the centre of the event's own cell.
    void add_to_nearest(double x, double y, double weight);

    // Σ over the bins of weight × φ_σ(distance to each centre), kernels cut at 4σ (they lose 6·10⁻⁵ of their
    // mass on each axis). The Gaussian is a product of one on each axis, hence two passes of 2·4σ/cell
    // multiplications a cell instead of (2·4σ/cell)². Sixteen neighbouring sums stay in registers while the
    // kernel runs over them; each sum adds its terms in one fixed order, whatever the threads. Both passes
    // are made on one strip of 64 columns after the other: what lies between them stays in the cache.
    // Sharing an event out between centres spreads it: by h²u(1 − u) on an axis of cells of side h, u its
    // place between two, h²/6 on average. The kernel of `linear` bins is narrower by that variance.
    Raster smoothed(double sigma, Binning binning, const foundation::Executor& run) const;

 private:
    void smooth_strip(std::size_t first, std::span<const double> across, std::span<const double> along,
                      Raster& found) const;

    Rectangle window_;
    std::uint32_t columns_, rows_;  // without the margin
    double per_width_, per_height_;
    std::vector<double> weights_;
};

}  // namespace maillage::engine
