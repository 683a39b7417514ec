#pragma once

#include <optional>

#include "foundation/date.hpp"

namespace maillage::notices {

// The summary that leaves by itself: on the first working day of a quarter, or in the fortnight after it when
// the platform was stopped; none when one went in this quarter already, by hand or not.
bool automatic_digest_is_due(foundation::Date today, std::optional<foundation::Date> last_sent);

// An organisation is reminded of its figures once a week at most: on the same day of the next week at the
// earliest.
bool may_remind(foundation::Date today, std::optional<foundation::Date> last_reminded);

}  // namespace maillage::notices
