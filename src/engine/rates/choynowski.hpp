#pragma once

#include <span>
#include <vector>

#include "engine/core/refusal.hpp"

namespace maillage::engine {

struct MapProbability {
    double expected = 0;  // n·b
    double p = 1;         // P(X ≤ y) when y < expected, P(X ≥ y) otherwise, X ~ Poisson(expected)
    double p_at_most = 1;
    bool low = false;  // y < expected
};

// How surprising each zone's count is when all zones share the rate b = Σy/Σn (Choynowski 1959, JASA 54:385).
// One-sided p, no correction for the number of zones: put them through false_discovery.hpp before colouring.
// Refuses cases where nobody lives, and a map without any case.
Outcome<std::vector<MapProbability>> choynowski(std::span<const double> cases,
                                                std::span<const double> people);

}  // namespace maillage::engine
