#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

#include "foundation/date.hpp"

namespace maillage::indicators {

// Whole calendar months in a row: a month, a quarter, a year, or eleven months of one. Months are counted
// from year 0: 12·year + (0 for January … 11).
class Period {
 public:
    // The longest that is counted: ten years.
    static constexpr int most_months = 120;

    // Nothing for no month, for more than most_months, and outside the years 1900 to 2100.
    static std::optional<Period> of(int first_month, int months);
    static Period year(int year);

    int first_month() const { return first_; }
    int months() const { return months_; }
    foundation::Date first_day() const;
    foundation::Date last_day() const;
    Period years_earlier(int years) const { return {first_ - 12 * years, months_}; }
    bool contains(const Period& other) const {
        return first_ <= other.first_ && other.first_ + other.months_ <= first_ + months_;
    }

    auto operator<=>(const Period&) const = default;

 private:
    Period(int first, int months) : first_(first), months_(months) {}
    int first_, months_;
};

// "2022", "2022-03", "03/2022", "2022-T1", "T1 2022", "2022-S2", "2022-01/2022-11" and "01/2022-11/2022":
// what `written` writes, and what people type. Nothing for anything else.
std::optional<Period> parse_period(std::string_view typed);
// The shortest of the forms above: "2022", "2022-T1", "2022-03", "2022-01/2022-11".
std::string written(const Period& period);

}  // namespace maillage::indicators
