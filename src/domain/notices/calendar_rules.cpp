#include "domain/notices/calendar_rules.hpp"

#include <algorithm>
#include <array>

namespace maillage::notices {
namespace {

using foundation::Date;

Date day_of(int year, unsigned month, unsigned day) { return *Date::create(year, month, day); }

// Code du travail, art. L3133-1: "Les fêtes légales ci-après désignées sont des jours fériés".
bool is_holiday(Date day) {
    constexpr std::array<std::pair<unsigned, unsigned>, 8> fixed{
        {{1, 1}, {5, 1}, {5, 8}, {7, 14}, {8, 15}, {11, 1}, {11, 11}, {12, 25}}};
    if (std::ranges::find(fixed, std::pair(day.month(), day.day())) != fixed.end()) return true;
    const int after_easter = day - easter(day.year());
    return after_easter == 1 || after_easter == 39 || after_easter == 50;
}

}  // namespace

Date easter(int year) {
    const int a = year % 19, b = year / 100, c = year % 100;
    const int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    const int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    const int m = (a + 11 * h + 22 * l) / 451;
    const int n = h + l - 7 * m + 114;
    return day_of(year, static_cast<unsigned>(n / 31), static_cast<unsigned>(n % 31 + 1));
}

bool is_working_day(Date day) { return day.weekday() < 5 && !is_holiday(day); }

Date quarter_of(Date day) { return day_of(day.year(), (day.month() - 1) / 3 * 3 + 1, 1); }

Date week_of(Date day) { return day.plus_days(-static_cast<int>(day.weekday())); }

}  // namespace maillage::notices
