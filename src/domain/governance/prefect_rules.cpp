#include "domain/governance/prefect_rules.hpp"

namespace maillage::governance {

Information prefect_information(std::optional<foundation::Date> last, foundation::Date today) {
    // R-GOV-2, CSI art. D132-10: the prefect informs the council at least once a year of how crime evolves in
    // the commune. https://www.legifrance.gouv.fr/codes/id/LEGITEXT000025503132/
    constexpr int months = 12;
    if (!last) return Information::overdue;
    return today > last->plus_months(months) ? Information::overdue : Information::recent;
}

}  // namespace maillage::governance
