#include "foundation/date.hpp"

#include <fmt/format.h>

#include <charconv>

namespace maillage::foundation {
namespace {

std::optional<int> digits(std::string_view text) {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool all_digits = text.find_first_not_of("0123456789") == text.npos;
    if (error != std::errc() || end != text.data() + text.size() || !all_digits) return std::nullopt;
    return value;
}

}  // namespace

std::optional<Date> Date::create(int year, unsigned month, unsigned day) {
    const std::chrono::year_month_day ymd{std::chrono::year(year), std::chrono::month(month),
                                          std::chrono::day(day)};
    if (year < 1 || year > 9999 || !ymd.ok()) return std::nullopt;
    return Date(std::chrono::sys_days(ymd));
}

std::optional<Date> Date::parse_iso(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    const auto year = digits(text.substr(0, 4));
    const auto month = digits(text.substr(5, 2));
    const auto day = digits(text.substr(8, 2));
    if (!year || !month || !day) return std::nullopt;
    return create(*year, static_cast<unsigned>(*month), static_cast<unsigned>(*day));
}

std::string Date::iso() const { return fmt::format("{:04}-{:02}-{:02}", year(), month(), day()); }

Date Date::plus_months(int count) const {
    const auto shifted = ymd() + std::chrono::months(count);
    if (shifted.ok()) return Date(std::chrono::sys_days(shifted));
    return Date(std::chrono::sys_days(shifted.year() / shifted.month() / std::chrono::last));
}

}  // namespace maillage::foundation
