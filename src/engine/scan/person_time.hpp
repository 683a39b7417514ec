#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "engine/core/refusal.hpp"

namespace maillage::engine {

// People of one unit and stratum counted on one day. A census given by its year counts on 1 July.
struct Census {
    double day = 0;  // since 1970-01-01
    double people = 0;
};

// Person-days in each step [starts[k], starts[k+1]): people vary linearly between censuses and are constant
// before the first and after the last; each day counts with its value at mid-day.
Outcome<std::vector<double>> person_days(std::span<const Census> censuses, std::span<const double> starts);

// Indirect standardisation over space and time: μ = Σ_strata person-time × pooled rate of the stratum (cases
// of all units and steps / their person-time). Columns [stratum][cell]; cases of a stratum given as a total.
Outcome<std::vector<double>> expected_of_strata(std::span<const std::vector<double>> person_time,
                                                std::span<const double> cases_of_strata);

}  // namespace maillage::engine
