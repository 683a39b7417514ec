#include "engine/evaluation/weighted_displacement.hpp"

#include <array>
#include <cmath>
#include <optional>

#include "engine/core/columns.hpp"
#include "engine/core/normal.hpp"

namespace maillage::engine {
namespace {

std::optional<Refusal> refusal_of(const WeightedArea& area) {
    for (const double count : {area.before, area.after}) {
        if (!std::isfinite(count)) return Refusal{Reason::not_finite, count};
        if (count < 0) return Refusal{Reason::negative, count};
        if (count > largest_number) return Refusal{Reason::overflow, count, largest_number};
    }
    if (!std::isfinite(area.weight) || area.weight <= 0)
        return Refusal{Reason::parameter_out_of_range, area.weight, 1};
    return std::nullopt;
}

double change(const WeightedArea& area) { return (area.after - area.before) / area.weight; }
double variance(const WeightedArea& area) { return (area.after + area.before) / (area.weight * area.weight); }

}  // namespace

Outcome<WeightedDisplacement> weighted_displacement_difference(const DisplacementDesign& design,
                                                               double level) {
    if (!(level > 0 && level < 1))
        return std::unexpected(Refusal{Reason::parameter_out_of_range, level, 0.95});
    for (const WeightedArea* area : {&design.treated, &design.control, &design.ring, &design.ring_control})
        if (const auto refused = refusal_of(*area)) return std::unexpected(*refused);
    WeightedDisplacement result;
    result.difference =
        change(design.treated) - change(design.control) + change(design.ring) - change(design.ring_control);
    result.variance = variance(design.treated) + variance(design.control) + variance(design.ring) +
                      variance(design.ring_control);
    if (result.variance == 0) return std::unexpected(Refusal{Reason::too_few_events, 0, 1});
    const double error = std::sqrt(result.variance);
    const double quantile = normal_quantile(1 - (1 - level) / 2);
    result.z = result.difference / error;
    result.interval = {.low = result.difference - quantile * error,
                       .high = result.difference + quantile * error};
    result.p = two_sided_normal_p(result.z);
    return result;
}

Outcome<DisplacementQuotient> weighted_displacement_quotient(const WeightedArea& treated,
                                                             const WeightedArea& control,
                                                             const WeightedArea& ring) {
    for (const WeightedArea* area : {&treated, &control, &ring})
        if (const auto refused = refusal_of(*area)) return std::unexpected(*refused);
    if (control.before == 0 || control.after == 0)
        return std::unexpected(Refusal{Reason::zero_cell, control.before == 0 ? 2.0 : 3.0});
    const auto share = [&](const WeightedArea& area) {
        return (area.after / control.after - area.before / control.before) * control.weight / area.weight;
    };
    DisplacementQuotient result{.numerator = share(ring), .denominator = share(treated)};
    if (result.denominator == 0) return std::unexpected(Refusal{Reason::zero_cell, 0});
    result.quotient = result.numerator / result.denominator;
    return result;
}

}  // namespace maillage::engine
