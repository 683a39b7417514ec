#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "platform/html/chart_parts.hpp"

namespace maillage::platform::html {

std::string coordinate(double value) {
    if (!std::isfinite(value)) return "0";
    const double tenths = std::round(value * 10) / 10;
    return fmt::format("{:g}", tenths == 0 ? 0.0 : tenths);
}

std::optional<double> drawn(const std::vector<std::optional<double>>& values, std::size_t at) {
    if (at >= values.size() || !values[at] || !std::isfinite(*values[at])) return std::nullopt;
    return values[at];
}

// Steps of 1, 2, 2.5 or 5 times a power of ten, about four of them. Zero is always shown: a truncated axis
// makes small changes look large.
Scale Scale::covering(double lowest, double highest) {
    constexpr double most = 1e300;
    const double low = std::clamp(lowest, -most, 0.0), high = std::clamp(highest, 0.0, most);
    if (high / 2 - low / 2 < 1e-300) return {};
    const double rough = high / 4 - low / 4;
    const double exponent = std::floor(std::log10(rough));
    const double power = std::pow(10, exponent), lead = rough / power;
    const double rounded = lead <= 1 ? 1 : lead <= 2 ? 2 : lead <= 2.5 ? 2.5 : lead <= 5 ? 5 : 10;
    Scale scale;
    scale.step = rounded * power;
    scale.low = std::floor(low / scale.step) * scale.step;
    scale.high = std::ceil(high / scale.step) * scale.step;
    const int decimals = static_cast<int>(-exponent) + (rounded == 2.5 ? 1 : rounded == 10 ? -1 : 0);
    scale.digits = std::clamp(decimals, 0, 12);
    return scale;
}

double Scale::share(double value) const {
    return std::clamp((value / 2 - low / 2) / (high / 2 - low / 2), 0.0, 1.0);
}

std::vector<double> Scale::ticks() const {
    std::vector<double> values;
    const int count = static_cast<int>(std::lround((high / 2 - low / 2) / (step / 2)));
    for (int i = 0; i <= count; ++i) values.push_back(low + i * step);
    return values;
}

std::string tick_label(const i18n::Words& words, double value, int digits) {
    constexpr double a_million_millions = 1e12;
    if (std::abs(value) < a_million_millions) return words.decimal(value, digits);
    const int exponent = static_cast<int>(std::floor(std::log10(std::abs(value))));
    return words.decimal(value / std::pow(10, exponent), 1) + "·10^" + std::to_string(exponent);
}

}  // namespace maillage::platform::html
