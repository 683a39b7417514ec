#pragma once

#include <optional>
#include <vector>

#include "domain/governance/body_types.hpp"
#include "foundation/date.hpp"

// What a body may discuss, and how often it meets.
namespace maillage::governance {

// Whether an item about a named person can ever be on the body's agenda.
enum class NominativeItems : std::uint8_t { never, under_charter };
NominativeItems may_hold_nominative_items(BodyKind kind);

// How many meetings a year the city expects; none for a body that meets as needed or is called by others.
int meetings_a_year(Rhythm rhythm);
int expected_meetings_a_year(const std::vector<Rhythm>& bodies);

// The gap since the last meeting against what the law allows.
enum class Gap : std::uint8_t { within, exceeded };
Gap legal_gap(std::optional<foundation::Date> last_meeting, int allowed_months, foundation::Date today);

struct Period {
    foundation::Date from, to;  // both included
};
// The slots of a year: the month of a yearly meeting (the whole year without one), quarters, four-month
// periods.
std::vector<Period> slots_of_year(Rhythm rhythm, std::optional<unsigned> month, int year);

}  // namespace maillage::governance
