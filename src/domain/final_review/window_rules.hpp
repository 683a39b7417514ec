#pragma once

#include <cstdint>
#include <optional>

#include "foundation/date.hpp"

namespace maillage::final_review {

// The days on which the final review is made, both included.
struct Window {
    foundation::Date opens, closes;

    friend bool operator==(const Window&, const Window&) = default;
};

// EVA-4: the final review is made "in the six months before expiry". Counted back to the same day of the
// month; where that month has no such day, from the day after its last one, so that a window is never longer
// than six months: 26 September → from 26 March; 31 December → from 1 July; 30 August → from 1 March.
inline constexpr int window_months = 6;
Window window_before(foundation::Date expiry);

enum class WindowState : std::uint8_t { not_set, not_yet_open, open, past };
// Without an expiry there is no window: the city sets it.
WindowState state_of_window(const std::optional<foundation::Date>& expiry, foundation::Date today);

}  // namespace maillage::final_review
