#include "domain/notices/sending_rules.hpp"

#include "domain/notices/calendar_rules.hpp"

namespace maillage::notices {
namespace {

constexpr int fortnight = 14, week = 7;

}  // namespace

bool automatic_digest_is_due(foundation::Date today, std::optional<foundation::Date> last_sent) {
    const foundation::Date quarter = quarter_of(today);
    return is_working_day(today) && today - quarter < fortnight && (!last_sent || *last_sent < quarter);
}

bool may_remind(foundation::Date today, std::optional<foundation::Date> last_reminded) {
    return !last_reminded || today - *last_reminded >= week;
}

}  // namespace maillage::notices
