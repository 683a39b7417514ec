#pragma once

#include "engine/core/refusal.hpp"
#include "engine/rates/poisson_interval.hpp"

namespace maillage::engine {

// Counts before and after, and what each is divided by (area, duration) when the areas or periods differ.
struct WeightedArea {
    double before = 0;
    double after = 0;
    double weight = 1;
};

// The treated area, the ring where facts could move to, and a control for each.
struct DisplacementDesign {
    WeightedArea treated, control, ring, ring_control;
};

struct WeightedDisplacement {
    double difference = 0;  // facts prevented (negative) or added, displacement included
    double variance = 0;
    double z = 0;
    Interval interval;
    double p = 1;  // two-sided, normal
};

// WDD (Wheeler & Ratcliffe 2018, Crime Science 7:11):
//     (T₁−T₀) − (C₁−C₀) + (D₁−D₀) − (DC₁−DC₀), variance = sum of the counts (Poisson),
// each count divided by its area's weight w, its variance by w². Interval ± z·√variance.
// Refuses negative or not finite counts, weights that are not positive, and designs without any fact.
Outcome<WeightedDisplacement> weighted_displacement_difference(const DisplacementDesign& design,
                                                               double level = 0.95);

struct DisplacementQuotient {
    double quotient = 0;     // > 0 diffusion of the benefit, < 0 displacement, < −1 worse than the gain
    double numerator = 0;    // D₁/C₁ − D₀/C₀
    double denominator = 0;  // T₁/C₁ − T₀/C₀; ≥ 0 means no success to spread
};

// WDQ (Bowers & Johnson 2003, J. Quant. Criminol. 19:275). It has no interval: never shown alone.
// Refuses a control without facts and a treated area whose share did not move.
Outcome<DisplacementQuotient> weighted_displacement_quotient(const WeightedArea& treated,
                                                             const WeightedArea& control,
                                                             const WeightedArea& ring);

}  // namespace maillage::engine
