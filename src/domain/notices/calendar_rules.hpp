#pragma once

#include "foundation/date.hpp"

namespace maillage::notices {

// Neither Saturday, Sunday nor one of the eleven legal holidays. Alsace, Moselle and overseas have more.
bool is_working_day(foundation::Date day);

// Easter Sunday of the Gregorian calendar (J. Meeus, Astronomical Algorithms, 1991, ch. 8: exact for every
// year).
foundation::Date easter(int year);

// First day of the quarter in which `day` lies.
foundation::Date quarter_of(foundation::Date day);
// Monday of the week in which `day` lies.
foundation::Date week_of(foundation::Date day);

}  // namespace maillage::notices
