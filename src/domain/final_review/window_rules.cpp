#include "domain/final_review/window_rules.hpp"

namespace maillage::final_review {

Window window_before(foundation::Date expiry) {
    const foundation::Date earlier = expiry.plus_months(-window_months);
    // plus_months gives the last day of a month that has no such day.
    return {.opens = earlier.day() == expiry.day() ? earlier : earlier.plus_days(1), .closes = expiry};
}

WindowState state_of_window(const std::optional<foundation::Date>& expiry, foundation::Date today) {
    if (!expiry) return WindowState::not_set;
    const Window window = window_before(*expiry);
    if (today < window.opens) return WindowState::not_yet_open;
    return today <= window.closes ? WindowState::open : WindowState::past;
}

}  // namespace maillage::final_review
