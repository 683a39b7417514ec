#include "domain/territory/council_rules.hpp"

namespace maillage::territory {

Obligation clspd_required(const CommuneSituation& commune, const CouncilThresholds& law) {
    // CSI art. L132-4: the council is optional in the communes of an intercommunality that has its own.
    if (commune.cispd == IntercommunalCouncil::present) return Obligation::optional;
    // CSI art. L132-4: in communes of more than 5 000 inhabitants, and in those with a priority neighbourhood
    // whatever their size, the mayor or a representative chairs a local council.
    if (commune.population > law.council_above_inhabitants) return Obligation::required;
    if (commune.qpv == PriorityNeighbourhood::present) return Obligation::required;
    return Obligation::none;
}

Obligation coordinator_required(std::int64_t population, const CouncilThresholds& law) {
    // CSI art. L132-4: above 15 000 inhabitants the mayor names a coordinator, a councillor or an agent of
    // the territorial civil service; failing that the State's representative names one of its agents.
    return population > law.coordinator_above_inhabitants ? Obligation::required : Obligation::none;
}

IntercommunalOutcome cispd_blocked(const Opposition& opposition, const CouncilThresholds& law) {
    // CSI art. L132-13: the president of the intercommunality leads a council unless communes that hold at
    // least half of the whole population oppose it.
    if (opposition.total_population <= 0) return IntercommunalOutcome::possible;
    const double share = static_cast<double>(opposition.opposing_population) /
                         static_cast<double>(opposition.total_population);
    return share >= law.opposition_share ? IntercommunalOutcome::blocked : IntercommunalOutcome::possible;
}

}  // namespace maillage::territory
