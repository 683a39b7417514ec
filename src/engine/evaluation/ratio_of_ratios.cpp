#include "engine/evaluation/ratio_of_ratios.hpp"

#include <array>
#include <cmath>

#include "engine/core/normal.hpp"

namespace maillage::engine {

Outcome<RatioOfRatios> ratio_of_ratios(BeforeAfter treated, BeforeAfter control, double level) {
    if (!(level > 0 && level < 1))
        return std::unexpected(Refusal{Reason::parameter_out_of_range, level, 0.95});
    const std::array cells{treated.before, treated.after, control.before, control.after};
    double variance = 0;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (cells[i] == 0) return std::unexpected(Refusal{Reason::zero_cell, static_cast<double>(i)});
        variance += 1 / static_cast<double>(cells[i]);
    }
    const auto change = [](BeforeAfter area) {
        return std::log(static_cast<double>(area.after)) - std::log(static_cast<double>(area.before));
    };
    const double log_ratio = change(treated) - change(control);
    const double error = std::sqrt(variance);
    const double z = normal_quantile(1 - (1 - level) / 2);
    return RatioOfRatios{
        .ratio = std::exp(log_ratio),
        .log_ratio = log_ratio,
        .standard_error = error,
        .interval = {.low = std::exp(log_ratio - z * error), .high = std::exp(log_ratio + z * error)},
        .p = two_sided_normal_p(log_ratio / error)};
}

}  // namespace maillage::engine
