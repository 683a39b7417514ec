#include "engine/density/raster.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "engine/core/wide.hpp"

namespace maillage::engine {
namespace {

constexpr std::size_t lanes = 16, rows_per_block = 16;

std::vector<double> half_kernel(double sigma, double step) {
    const auto reach = static_cast<std::size_t>(std::ceil(4 * sigma / step));
    std::vector<double> heights(reach + 1);
    for (std::size_t k = 0; k <= reach; ++k) {
        const double z = static_cast<double>(k) * step / sigma;
        heights[k] = std::exp(-z * z / 2) / (sigma * std::sqrt(2 * std::numbers::pi));
    }
    return heights;
}

// Eight doubles side by side; each lane adds its own terms in order, so the width changes no bit.
using Eight [[gnu::vector_size(64), gnu::aligned(8), gnu::may_alias]] = double;

// out[j] = Σ_k kernel[|k|] · in[j + k·stride], j = 0 … lanes−1.
MAILLAGE_WIDE void convolve(const double* in, std::ptrdiff_t stride, const double* kernel, std::size_t taps,
                            double* out) {
    const auto* centre = reinterpret_cast<const Eight*>(in);
    Eight low = kernel[0] * centre[0], high = kernel[0] * centre[1];
    const double* before = in;
    const double* after = in;
    for (std::size_t k = 1; k < taps; ++k) {
        before -= stride;
        after += stride;
        const auto* left = reinterpret_cast<const Eight*>(before);
        const auto* right = reinterpret_cast<const Eight*>(after);
        low += kernel[k] * (left[0] + right[0]);
        high += kernel[k] * (left[1] + right[1]);
    }
    auto* sums = reinterpret_cast<Eight*>(out);
    sums[0] = low;
    sums[1] = high;
}

std::size_t rounded_up(std::size_t count) { return (count + lanes - 1) / lanes * lanes; }

}  // namespace

double Raster::integral() const {
    double sum = 0;
    for (const double v : values) sum += v;
    return sum * cell_width() * cell_height();
}

double Raster::interpolated(double x, double y) const {
    const double across = std::clamp((x - window.left) / cell_width() - 0.5, 0.0, columns - 1.0);
    const double along = std::clamp((y - window.bottom) / cell_height() - 0.5, 0.0, rows - 1.0);
    const auto column = static_cast<std::uint32_t>(across), row = static_cast<std::uint32_t>(along);
    const std::uint32_t right = std::min(column + 1, columns - 1), above = std::min(row + 1, rows - 1);
    const double u = across - column, v = along - row;
    return (1 - v) * ((1 - u) * at(column, row) + u * at(right, row)) +
           v * ((1 - u) * at(column, above) + u * at(right, above));
}

double Raster::cell_of(double x, double y) const {
    const double across = (x - window.left) / cell_width(), along = (y - window.bottom) / cell_height();
    return at(std::min(columns - 1, static_cast<std::uint32_t>(std::max(0.0, across))),
              std::min(rows - 1, static_cast<std::uint32_t>(std::max(0.0, along))));
}

Bins::Bins(const Rectangle& window, std::uint32_t columns, std::uint32_t rows)
    : window_(window),
      columns_(columns),
      rows_(rows),
      per_width_(columns / window.width()),
      per_height_(rows / window.height()),
      weights_((static_cast<std::size_t>(columns) + 2) * (rows + 2), 0.0) {}

void Bins::add(double x, double y, double weight) {
    // The margin's centres are numbered 0 and columns + 1: an event of the window lies between two centres.
    const double across = std::clamp((x - window_.left) * per_width_ + 0.5, 0.0, columns_ + 0.5);
    const double along = std::clamp((y - window_.bottom) * per_height_ + 0.5, 0.0, rows_ + 0.5);
    const auto column = static_cast<std::size_t>(across), row = static_cast<std::size_t>(along);
    const double u = across - static_cast<double>(column), v = along - static_cast<double>(row);
    const std::size_t line = columns_ + 2;
    double* bin = weights_.data() + row * line + column;
    bin[0] += (1 - v) * (1 - u) * weight;
    bin[1] += (1 - v) * u * weight;
    bin[line] += v * (1 - u) * weight;
    bin[line + 1] += v * u * weight;
}

void Bins::add_to_nearest(double x, double y, double weight) {
    const double across = std::clamp((x - window_.left) * per_width_, 0.0, columns_ - 0.5);
    const double along = std::clamp((y - window_.bottom) * per_height_, 0.0, rows_ - 0.5);
    const auto column = static_cast<std::size_t>(across), row = static_cast<std::size_t>(along);
    weights_[(row + 1) * (columns_ + 2) + column + 1] += weight;
}

Raster Bins::smoothed(double sigma, const foundation::Executor& run) const {
    Raster found{.window = window_, .columns = columns_, .rows = rows_, .values = {}};
    const auto across = half_kernel(sigma, found.cell_width());
    const auto along = half_kernel(sigma, found.cell_height());
    const std::size_t line = columns_ + 2, lines = rows_ + 2;
    // Rows between zeros as wide as the kernel, so that no test for the border is needed.
    const std::size_t margin = across.size(), wide = rounded_up(line) + 2 * margin;
    const std::size_t above = along.size(), padded = rounded_up(line);
    std::vector<double> passed(padded * (lines + 2 * above), 0.0);
    run((lines + rows_per_block - 1) / rows_per_block, [&](std::size_t block) {
        std::vector<double> row(wide, 0.0);
        const std::size_t end = std::min(lines, (block + 1) * rows_per_block);
        for (std::size_t r = block * rows_per_block; r < end; ++r) {
            const auto begin = weights_.begin() + static_cast<std::ptrdiff_t>(r * line);
            std::copy(begin, begin + static_cast<std::ptrdiff_t>(line),
                      row.begin() + static_cast<std::ptrdiff_t>(margin));
            double* out = passed.data() + (r + above) * padded;
            for (std::size_t c = 0; c < padded; c += lanes)
                convolve(&row[c + margin], 1, across.data(), across.size(), out + c);
        }
    });
    found.values.resize(static_cast<std::size_t>(columns_) * rows_);
    run((rows_ + rows_per_block - 1) / rows_per_block, [&](std::size_t block) {
        std::vector<double> row(padded);
        const std::size_t end = std::min<std::size_t>(rows_, (block + 1) * rows_per_block);
        for (std::size_t r = block * rows_per_block; r < end; ++r) {
            const double* in = passed.data() + (r + 1 + above) * padded;
            for (std::size_t c = 0; c < padded; c += lanes)
                convolve(in + c, static_cast<std::ptrdiff_t>(padded), along.data(), along.size(), &row[c]);
            std::copy(row.begin() + 1, row.begin() + 1 + columns_,
                      found.values.begin() + static_cast<std::ptrdiff_t>(r * columns_));
        }
    });
    return found;
}

}  // namespace maillage::engine
