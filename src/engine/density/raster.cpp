#include "engine/density/raster.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numbers>
#include <span>

#include "engine/core/wide.hpp"

namespace maillage::engine {
namespace {

constexpr std::size_t lanes = 32, strip = 64;

// Heights of the kernel at the centres; of one narrower than a cell, whose heights there say nothing of what
// lies between, its mean over each cell. Either way they add up to 1 over the cells.
std::vector<double> half_kernel(double asked, double step, Binning binning) {
    const double spread = binning == Binning::linear && asked >= step ? step * step / 6 : 0;
    const double sigma = std::sqrt(asked * asked - spread);
    const auto reach = static_cast<std::size_t>(std::ceil(4 * sigma / step));
    std::vector<double> heights(reach + 1);
    const auto below = [&](double cells) { return std::erf(cells * step / sigma / std::numbers::sqrt2) / 2; };
    for (std::size_t k = 0; k <= reach; ++k) {
        const auto cells = static_cast<double>(k);
        if (asked < step) {
            heights[k] = (below(cells + 0.5) - below(cells - 0.5)) / step;
            continue;
        }
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
    // Four vectors at once: an addition takes longer than its turn, and the next one need not wait.
    constexpr std::size_t vectors = lanes / 8;
    const auto* centre = reinterpret_cast<const Eight*>(in);
    Eight sum[vectors];
    for (std::size_t v = 0; v < vectors; ++v) sum[v] = kernel[0] * centre[v];
    const double* before = in;
    const double* after = in;
    for (std::size_t k = 1; k < taps; ++k) {
        before -= stride;
        after += stride;
        const auto* left = reinterpret_cast<const Eight*>(before);
        const auto* right = reinterpret_cast<const Eight*>(after);
        for (std::size_t v = 0; v < vectors; ++v) sum[v] += kernel[k] * (left[v] + right[v]);
    }
    auto* sums = reinterpret_cast<Eight*>(out);
    for (std::size_t v = 0; v < vectors; ++v) sums[v] = sum[v];
}

// out[j] += Σ weight[c] · kernel[|side + j − c|] over the bins c that hold something, j = 0 … strip−1;
// `spread` points to the middle of the kernel with zeros around it.
MAILLAGE_WIDE void spread_out(const double* bins, const std::uint32_t* filled, std::size_t count,
                              const double* spread, double* out) {
    constexpr std::size_t vectors = strip / 8;
    Eight sum[vectors] = {};
    for (std::size_t k = 0; k < count; ++k) {
        const std::uint32_t c = filled[k];
        const auto* heights = reinterpret_cast<const Eight*>(spread - c);
        for (std::size_t v = 0; v < vectors; ++v) sum[v] += bins[c] * heights[v];
    }
    auto* sums = reinterpret_cast<Eight*>(out);
    for (std::size_t v = 0; v < vectors; ++v) sums[v] = sum[v];
}

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

// Rows of a strip after the first pass, and the strip's part of the image after the second.
void Bins::smooth_strip(std::size_t first, std::span<const double> across, std::span<const double> along,
                        Raster& found) const {
    const std::size_t line = columns_ + 2, lines = rows_ + 2,
                      width = std::min<std::size_t>(strip, columns_ - first);
    const std::size_t side = across.size(), above = along.size();
    // Zeros around the bins as wide as the kernel, so that no test for the border is needed.
    std::vector<double> passed(strip * (lines + 2 * above), 0.0), row(strip + 2 * side, 0.0);
    // Most bins of a town's month are empty: the few others of a row are spread over it, which costs less
    // than a sum for every place of the row when they are fewer than its terms.
    std::vector<double> spread(2 * row.size(), 0.0);
    for (std::size_t k = 0; k < side; ++k) spread[row.size() + k] = spread[row.size() - k] = across[k];
    std::vector<std::uint32_t> filled(row.size());
    // Bins from `begin` on are wanted; those before the first one are zeros.
    const std::size_t missing = side > first + 1 ? side - first - 1 : 0, begin = first + 1 + missing - side;
    const std::size_t wanted = std::min(row.size() - missing, line - begin);
    for (std::size_t r = 0; r < lines; ++r) {
        const auto from = weights_.begin() + static_cast<std::ptrdiff_t>(r * line + begin);
        std::copy(from, from + static_cast<std::ptrdiff_t>(wanted),
                  row.begin() + static_cast<std::ptrdiff_t>(missing));
        double* out = passed.data() + (r + above) * strip;
        std::size_t fill = 0;
        for (std::size_t c = 0; c < row.size(); ++c) {
            filled[fill] = static_cast<std::uint32_t>(c);
            fill += row[c] != 0 ? 1 : 0;
        }
        if (fill < side) {
            spread_out(row.data(), filled.data(), fill, spread.data() + row.size() + side, out);
            continue;
        }
        for (std::size_t c = 0; c < width; c += lanes)
            convolve(row.data() + side + c, 1, across.data(), across.size(), out + c);
    }
    std::vector<double> sums(strip);
    for (std::size_t r = 0; r < rows_; ++r) {
        const double* in = passed.data() + (r + 1 + above) * strip;
        for (std::size_t c = 0; c < width; c += lanes)
            convolve(in + c, static_cast<std::ptrdiff_t>(strip), along.data(), along.size(), &sums[c]);
        std::copy(sums.begin(), sums.begin() + static_cast<std::ptrdiff_t>(width),
                  found.values.begin() + static_cast<std::ptrdiff_t>(r * columns_ + first));
    }
}

Raster Bins::smoothed(double sigma, Binning binning, const foundation::Executor& run) const {
    Raster found{.window = window_, .columns = columns_, .rows = rows_, .values = {}};
    const auto across = half_kernel(sigma, found.cell_width(), binning);
    const auto along = half_kernel(sigma, found.cell_height(), binning);
    found.values.resize(static_cast<std::size_t>(columns_) * rows_);
    run((columns_ + strip - 1) / strip,
        [&](std::size_t block) { smooth_strip(block * strip, across, along, found); });
    return found;
}

}  // namespace maillage::engine
