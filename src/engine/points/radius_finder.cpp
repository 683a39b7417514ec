#include "engine/points/radius_finder.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "engine/core/wide.hpp"

namespace maillage::engine {
namespace {

struct Steps {
    float scale, shift, most, tolerance;
};

// Sixteen at once; the compiler makes of them what the processor has.
using Floats [[gnu::vector_size(64), gnu::aligned(4), gnu::may_alias]] = float;
using Whole [[gnu::vector_size(64), gnu::aligned(4), gnu::may_alias]] = std::int32_t;
constexpr std::size_t lanes = sizeof(Floats) / sizeof(float);
static_assert(lanes == RadiusFinder::room);

// Whole vectors, the last one beyond the end of the run. Says whether one of the distances is too near to a
// radius to be sure.
MAILLAGE_WIDE bool find_steps(const float* px, const float* py, std::size_t count, float x, float y,
                              Steps steps, std::uint32_t* bin, float* squared) {
    const Floats least = Floats{} + 0.5F, most = Floats{} + steps.most;
    Whole unsure = {};
    for (std::size_t k = 0; k < count; k += lanes) {
        const Floats dx = *reinterpret_cast<const Floats*>(px + k) - x;
        const Floats dy = *reinterpret_cast<const Floats*>(py + k) - y;
        const Floats s = dx * dx + dy * dy;
        const Floats at = __builtin_elementwise_min(
            __builtin_elementwise_max(__builtin_elementwise_sqrt(s) * steps.scale + steps.shift, least),
            most);
        const Whole step = __builtin_convertvector(at, Whole);
        const Floats beyond = at - __builtin_convertvector(step, Floats);
        *reinterpret_cast<Floats*>(squared + k) = s;
        *reinterpret_cast<Whole*>(bin + k) = step;
        unsure |= (beyond < steps.tolerance) | (beyond > 1 - steps.tolerance);
    }
    return __builtin_reduce_or(unsure) != 0;
}

MAILLAGE_WIDE void measure(const double* px, const double* py, std::size_t count, double x, double y,
                           double bins_per_square, double* squared, std::uint32_t* bin) {
    for (std::size_t k = 0; k < count; ++k) {
        const double dx = px[k] - x, dy = py[k] - y, s = dx * dx + dy * dy;
        const double at = s * bins_per_square, most = RadiusTable::bins;
        squared[k] = s;
        bin[k] = static_cast<std::uint32_t>(static_cast<std::int32_t>(at < most ? at : most));
    }
}

}  // namespace

RadiusFinder::RadiusFinder(std::span<const double> radii, const Rectangle& window)
    : squares_(radii.begin(), radii.end()),
      middle_x_(window.left + window.width() / 2),
      middle_y_(window.bottom + window.height() / 2) {
    for (double& r : squares_) r *= r;
    const double n = static_cast<double>(radii.size()), last = radii.back();
    const double step = radii.size() == 1 ? last : (last - radii.front()) / (n - 1);
    double uneven = 0;
    for (std::size_t k = 0; k < radii.size(); ++k)
        uneven = std::max(uneven, std::abs(radii[k] - radii.front() - step * static_cast<double>(k)));
    // Half an ulp of a coordinate for each of two places and of two axes, then of the difference, the square,
    // the root and the step: twice what they add up to. Double precision has moved the places too.
    constexpr double half_ulp = 0x1p-24;
    const double wide = std::max(window.width(), window.height());
    const double far = std::max(std::abs(middle_x_), std::abs(middle_y_)) + wide;
    const double off = (3 * wide + 12 * last) * half_ulp + far * 0x1p-50;
    const double tolerance = (off + uneven) / step + 12 * half_ulp * (n + 2 + too_far + radii.front() / step);
    error_ = 3 * last * off + 4 * half_ulp * last * last;
    if (tolerance > 0.02) {
        table_.emplace(radii);
        return;
    }
    scale_ = static_cast<float>(1 / step);
    shift_ = static_cast<float>(1 - radii.front() / step);
    tolerance_ = static_cast<float>(tolerance);
}

MeasuredPlaces RadiusFinder::places(std::span<const double> x, std::span<const double> y) const {
    MeasuredPlaces found{.x = x,
                         .y = y,
                         .near_x = std::vector<float>(x.size() + room),
                         .near_y = std::vector<float>(y.size() + room)};
    for (std::size_t i = 0; i < x.size(); ++i) {
        found.near_x[i] = static_cast<float>(x[i] - middle_x_);
        found.near_y[i] = static_cast<float>(y[i] - middle_y_);
    }
    return found;
}

void RadiusFinder::find(const MeasuredPlaces& places, std::size_t begin, std::size_t count, double x,
                        double y, std::uint32_t* bin, float* squared) const {
    const double* px = places.x.data() + begin;
    const double* py = places.y.data() + begin;
    if (!table_) {
        const Steps steps{scale_, shift_, static_cast<float>(radii() + too_far) - 0.5F, tolerance_};
        if (find_steps(places.near_x.data() + begin, places.near_y.data() + begin, count,
                       static_cast<float>(x - middle_x_), static_cast<float>(y - middle_y_), steps, bin,
                       squared)) [[unlikely]]
            settle(px, py, count, x, y, bin);
        return;
    }
    constexpr std::size_t at_once = 256;
    std::array<double, at_once> exact;
    for (std::size_t done = 0; done < count; done += at_once) {
        const std::size_t now = std::min(at_once, count - done);
        measure(px + done, py + done, now, x, y, table_->bins_per_square(), exact.data(), bin + done);
        table_->find(exact.data(), bin + done, now);
        for (std::size_t k = 0; k < now; ++k) squared[done + k] = static_cast<float>(exact[k]);
    }
}

// The step is right or beside the right one.
void RadiusFinder::settle(const double* px, const double* py, std::size_t count, double x, double y,
                          std::uint32_t* bin) const {
    for (std::size_t k = 0; k < count; ++k) {
        const double dx = px[k] - x, dy = py[k] - y, s = dx * dx + dy * dy;
        std::uint32_t at = bin[k];
        if (at > squares_.size()) continue;  // a step too far at least
        if (at > 0 && s <= squares_[at - 1])
            --at;
        else if (at < squares_.size() && s > squares_[at])
            ++at;
        bin[k] = at;
    }
}

}  // namespace maillage::engine
