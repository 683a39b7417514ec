#include "domain/governance/body_rules.hpp"

#include "foundation/check.hpp"

namespace maillage::governance {
namespace {

foundation::Date day(int year, unsigned month, unsigned number) {
    const auto date = foundation::Date::create(year, month, number);
    foundation::check(date.has_value(), "the first day of a month exists");
    return *date;
}

std::vector<Period> equal_slots(int year, int months) {
    std::vector<Period> slots;
    for (foundation::Date from = day(year, 1, 1); from.year() == year; from = from.plus_months(months))
        slots.push_back({from, from.plus_months(months).plus_days(-1)});
    return slots;
}

}  // namespace

NominativeItems may_hold_nominative_items(BodyKind kind) {
    switch (kind) {
    // CNIL, délibération 2014-262 (a yardstick today), art. 1: the processing serves the groups of CSI art.
    // L132-5 and the CDDF; it excludes the plenary and the restricted formation. The crisis cell is the
    // restricted formation at another hour.
    case BodyKind::plenary:
    case BodyKind::restricted:
    case BodyKind::crisis_cell: return NominativeItems::never;
    // A nominative sequence of a thematic group is a study of the strategy (VUL-3): closed until it is
    // decided.
    case BodyKind::thematic_group:
    case BodyKind::territorial_group: return NominativeItems::never;
    // Led by the police and by the prosecutor: their content never enters here.
    case BodyKind::gpo:
    case BodyKind::external_gltd: return NominativeItems::never;
    // CSI art. L132-5: exchange under a règlement intérieur; CASF art. L141-1: members bound by secrecy.
    case BodyKind::individual_situations_group:
    case BodyKind::cddf: return NominativeItems::under_charter;
    }
    __builtin_unreachable();
}

int meetings_a_year(Rhythm rhythm) {
    switch (rhythm) {
    case Rhythm::yearly: return 1;
    case Rhythm::quarterly: return 4;
    case Rhythm::four_monthly: return 3;
    case Rhythm::as_needed:
    case Rhythm::by_others: return 0;
    }
    __builtin_unreachable();
}

int expected_meetings_a_year(const std::vector<Rhythm>& bodies) {
    int total = 0;
    for (const Rhythm rhythm : bodies) total += meetings_a_year(rhythm);
    return total;
}

Gap legal_gap(std::optional<foundation::Date> last_meeting, int allowed_months, foundation::Date today) {
    // R-GOV-1, CSI art. D132-9: the plenary meets at least once a year.
    if (!last_meeting) return Gap::exceeded;
    return today > last_meeting->plus_months(allowed_months) ? Gap::exceeded : Gap::within;
}

std::vector<Period> slots_of_year(Rhythm rhythm, std::optional<unsigned> month, int year) {
    switch (rhythm) {
    case Rhythm::yearly: {
        if (!month) return equal_slots(year, 12);
        const foundation::Date from = day(year, *month, 1);
        return {{from, from.plus_months(1).plus_days(-1)}};
    }
    case Rhythm::quarterly: return equal_slots(year, 3);
    case Rhythm::four_monthly: return equal_slots(year, 4);
    case Rhythm::as_needed:
    case Rhythm::by_others: return {};
    }
    __builtin_unreachable();
}

}  // namespace maillage::governance
