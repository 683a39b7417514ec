#pragma once

#include <cstdint>

// When a commune must have a local security council and a coordinator, and when an intercommunal one is
// blocked. Code de la sécurité intérieure, https://www.legifrance.gouv.fr/codes/id/LEGITEXT000025503132/
namespace maillage::territory {

// The values come from data (territory.legal_threshold), dated and sourced: the law changes them.
struct CouncilThresholds {
    std::int64_t council_above_inhabitants = 0;
    std::int64_t coordinator_above_inhabitants = 0;
    double opposition_share = 1;  // of the population
};

enum class PriorityNeighbourhood : std::uint8_t { absent, present };
enum class IntercommunalCouncil : std::uint8_t { absent, present };

struct CommuneSituation {
    std::int64_t population = 0;
    PriorityNeighbourhood qpv = PriorityNeighbourhood::absent;
    IntercommunalCouncil cispd = IntercommunalCouncil::absent;
};

enum class Obligation : std::uint8_t { none, required, optional };

Obligation clspd_required(const CommuneSituation& commune, const CouncilThresholds& law);
Obligation coordinator_required(std::int64_t population, const CouncilThresholds& law);

struct Opposition {
    std::int64_t opposing_population = 0;
    std::int64_t total_population = 0;
};
enum class IntercommunalOutcome : std::uint8_t { possible, blocked };

IntercommunalOutcome cispd_blocked(const Opposition& opposition, const CouncilThresholds& law);

}  // namespace maillage::territory
