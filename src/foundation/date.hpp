#pragma once

#include <chrono>
#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace maillage::foundation {

// A civil day of the Gregorian calendar, always valid. No time, no zone.
class Date {
 public:
    // 1970-01-01
    constexpr Date() = default;
    static std::optional<Date> create(int year, unsigned month, unsigned day);
    // "2026-11-24", nothing else; forms accept more (platform/html/form_date.hpp).
    static std::optional<Date> parse_iso(std::string_view text);
    static constexpr Date from_days(std::chrono::sys_days days) { return Date(days); }

    constexpr std::chrono::sys_days days() const { return days_; }
    int year() const { return int(ymd().year()); }
    unsigned month() const { return unsigned(ymd().month()); }
    unsigned day() const { return unsigned(ymd().day()); }
    // 0 = Monday … 6 = Sunday (ISO 8601).
    unsigned weekday() const { return std::chrono::weekday(days_).iso_encoding() - 1; }
    std::string iso() const;

    constexpr Date plus_days(int count) const { return Date(days_ + std::chrono::days(count)); }
    // The same day `count` months later; the last day of the month where that day does not exist
    // (31 January + 1 month = 28 or 29 February).
    Date plus_months(int count) const;

    friend constexpr auto operator<=>(Date, Date) = default;
    // Whole days from `b` to `a`.
    friend constexpr int operator-(Date a, Date b) { return static_cast<int>((a.days_ - b.days_).count()); }

 private:
    explicit constexpr Date(std::chrono::sys_days days) : days_(days) {}
    std::chrono::year_month_day ymd() const { return days_; }

    std::chrono::sys_days days_{};
};

}  // namespace maillage::foundation
