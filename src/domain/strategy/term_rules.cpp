#include "domain/strategy/term_rules.hpp"

namespace maillage::strategy {

using foundation::Date;

ProposedEnds proposed_ends(const TermYears& years) {
    ProposedEnds proposed;
    if (!years.last_year) return proposed;
    proposed.end_of_last_year = Date::create(static_cast<int>(*years.last_year), 12, 31);
    const std::int64_t count = *years.last_year - years.first_year.value_or(*years.last_year);
    if (years.adopted && count > 0 && count <= longest_term_years)
        proposed.after_adoption = years.adopted->plus_months(12 * static_cast<int>(count));
    return proposed;
}

std::expected<void, EndRefusal> check_end(const std::optional<Date>& adopted, Date ends) {
    if (!adopted) return {};
    if (ends <= *adopted) return std::unexpected(EndRefusal::before_adoption);
    if (ends > adopted->plus_months(12 * longest_term_years)) return std::unexpected(EndRefusal::too_far);
    return {};
}

}  // namespace maillage::strategy
