#include "engine/rates/choynowski.hpp"

#include "engine/core/columns.hpp"
#include "engine/core/counting_laws.hpp"

namespace maillage::engine {

Outcome<std::vector<MapProbability>> choynowski(std::span<const double> cases,
                                                std::span<const double> people) {
    if (const auto refused = not_cases_and_people(cases, people)) return std::unexpected(*refused);
    if (const auto refused = not_countable(cases)) return std::unexpected(*refused);
    double all_cases = 0, all_people = 0;
    for (std::size_t i = 0; i < cases.size(); ++i) {
        all_cases += cases[i];
        all_people += people[i];
    }
    if (all_cases <= 0) return std::unexpected(Refusal{Reason::too_few_events, 0, 1});
    std::vector<MapProbability> zones(cases.size());
    for (std::size_t i = 0; i < cases.size(); ++i) {
        MapProbability& zone = zones[i];
        zone.expected = people[i] * all_cases / all_people;
        zone.low = cases[i] < zone.expected;
        zone.p_at_most = poisson_at_most(cases[i], zone.expected);
        zone.p = zone.low ? zone.p_at_most : poisson_at_least(cases[i], zone.expected);
    }
    return zones;
}

}  // namespace maillage::engine
