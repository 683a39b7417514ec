#include "engine/surveillance/cusum.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "engine/core/columns.hpp"
#include "engine/models/log_linear.hpp"
#include "engine/surveillance/stable_neg_bin.hpp"

namespace maillage::engine {
namespace {

double transformed(double x, double m, const CusumOptions& options) {
    const double root = std::sqrt(m);
    switch (options.transform) {
    case CusumTransform::rossi: return (x - 3 * m + 2 * std::sqrt(x * m)) / (2 * root);
    case CusumTransform::standard: return (x - m) / root;
    case CusumTransform::anscombe:
        return 1.5 * (std::pow(x, 2.0 / 3) - std::pow(m, 2.0 / 3)) / std::pow(m, 1.0 / 6);
    case CusumTransform::anscombe2nd:
        return 1.5 * (std::pow(x, 2.0 / 3) - (std::pow(m, 2.0 / 3) - std::pow(m, -1.0 / 3) / 9)) /
               std::pow(m, 1.0 / 6);
    case CusumTransform::pearson_neg_bin: return (x - m) / std::sqrt(m + options.dispersion * m * m);
    case CusumTransform::anscombe_neg_bin:
        return (stable_neg_bin(x, options.dispersion) - stable_neg_bin(m, options.dispersion)) /
               std::pow(m + options.dispersion * m * m, 1.0 / 6);
    case CusumTransform::none: return x;
    }
    __builtin_unreachable();
}

double three_halves(double value) { return value > 0 ? std::pow(value, 1.5) : 0; }

// The count whose transform is `wanted`.
double count_of(double wanted, double m, const CusumOptions& options) {
    const double root = std::sqrt(m), cubic = 2.0 / 3 * std::pow(m, 1.0 / 6) * wanted;
    switch (options.transform) {
    case CusumTransform::rossi: {
        // With r = √x: (r² + 2r√m − 3m)/(2√m) = wanted is solved by r = −√m + √(4m + 2√m·wanted).
        const double lifted = 4 * m + 2 * root * wanted;
        return lifted > m ? std::pow(std::sqrt(lifted) - root, 2) : 0;
    }
    case CusumTransform::standard: return std::max(0.0, std::ceil(root * wanted + m));
    case CusumTransform::anscombe: return three_halves(cubic + std::pow(m, 2.0 / 3));
    case CusumTransform::anscombe2nd:
        return three_halves(cubic + std::pow(m, 2.0 / 3) - std::pow(m, -1.0 / 3) / 9);
    case CusumTransform::pearson_neg_bin:
        return std::max(0.0, std::sqrt(m + options.dispersion * m * m) * wanted + m);
    case CusumTransform::anscombe_neg_bin:
        return count_of_stable_neg_bin(wanted * std::pow(m + options.dispersion * m * m, 1.0 / 6) +
                                           stable_neg_bin(m, options.dispersion),
                                       options.dispersion);
    case CusumTransform::none: return std::max(0.0, wanted);
    }
    __builtin_unreachable();
}

// 1, cos and sin of the week's place in the year.
std::array<double, 3> wave(std::size_t week) {
    const double turn = 2 * std::numbers::pi * static_cast<double>(week) / 52;
    return {1, std::cos(turn), std::sin(turn)};
}

Outcome<std::vector<double>> seasonal_means(std::span<const double> counts, std::size_t from) {
    DesignMatrix design(from, 3);
    for (std::size_t week = 0; week < from; ++week)
        for (std::size_t column = 0; column < 3; ++column) design.at(week, column) = wave(week)[column];
    const auto fit = fit_log_linear(counts.first(from), design);
    if (!fit) return std::unexpected(fit.error());
    std::vector<double> means;
    for (std::size_t week = from; week < counts.size(); ++week) {
        double predictor = 0;
        for (std::size_t column = 0; column < 3; ++column)
            predictor += fit->coefficients[column] * wave(week)[column];
        means.push_back(std::exp(predictor));
    }
    return means;
}

Outcome<std::vector<double>> means_of(std::span<const double> counts, const CusumOptions& options) {
    if (options.past == CusumOptions::Past::seasonal) return seasonal_means(counts, options.from);
    double mean = 0;
    for (const double count : counts.first(options.from)) mean += count;
    mean = options.mean.value_or(mean / static_cast<double>(options.from));
    if (options.mean && !(mean > 0 && mean <= largest_count))
        return std::unexpected(Refusal{Reason::parameter_out_of_range, mean, 0});
    if (!(mean > 0)) return std::unexpected(Refusal{Reason::too_few_events, 0, 1});
    return std::vector<double>(counts.size() - options.from, mean);
}

}  // namespace

Outcome<std::vector<double>> cusum_means(std::span<const double> counts, const CusumOptions& options) {
    if (const auto refused = not_countable(counts)) return std::unexpected(*refused);
    if (options.from == 0 || options.from >= counts.size())
        return std::unexpected(Refusal{Reason::too_few_events, static_cast<double>(options.from), 1});
    for (const double value : {options.h, options.k})
        if (!std::isfinite(value)) return std::unexpected(Refusal{Reason::parameter_out_of_range, value, 0});
    if (!(options.dispersion >= 0 && std::isfinite(options.dispersion)))
        return std::unexpected(Refusal{Reason::parameter_out_of_range, options.dispersion, 0});
    return means_of(counts, options);
}

Outcome<std::vector<WeeklyAlarm>> cusum(std::span<const double> counts, const CusumOptions& options) {
    const auto means = cusum_means(counts, options);
    if (!means) return std::unexpected(means.error());
    std::vector<WeeklyAlarm> weeks;
    double sum = 0;
    for (std::size_t t = options.from; t < counts.size(); ++t) {
        const double mean = (*means)[t - options.from];
        const double bound = count_of(options.h - sum + options.k, mean, options);
        sum = std::max(0.0, sum + transformed(counts[t], mean, options) - options.k);
        const bool alarm = sum >= options.h && has_recent_facts(counts, t, options.recent);
        weeks.push_back({.week = t, .count = counts[t], .upper = bound, .alarm = alarm});
        if (alarm && options.after_alarm == CusumOptions::AfterAlarm::reset) sum = 0;
    }
    return weeks;
}

}  // namespace maillage::engine
