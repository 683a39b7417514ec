#include "domain/indicators/period_types.hpp"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <vector>

#include "foundation/text.hpp"

namespace maillage::indicators {
namespace {

constexpr int first_year = 1900, last_year = 2100;

// The numbers of `text` and, between them, its other characters without blanks: "T1 2022" is T, 1, 2022.
struct Piece {
    std::string mark;  // before the number
    int number = 0;
    std::size_t digits = 0;
};

std::optional<std::vector<Piece>> pieces_of(std::string_view text) {
    std::vector<Piece> pieces;
    std::string mark;
    for (std::size_t i = 0; i < text.size();) {
        if (text[i] < '0' || text[i] > '9') {
            if (text[i] != ' ') mark += text[i];
            ++i;
            continue;
        }
        int number = 0;
        const auto [end, error] = std::from_chars(text.data() + i, text.data() + text.size(), number);
        if (error != std::errc()) return std::nullopt;
        const auto digits = static_cast<std::size_t>(end - (text.data() + i));
        pieces.push_back({.mark = std::move(mark), .number = number, .digits = digits});
        mark.clear();
        i += digits;
    }
    if (!mark.empty() || pieces.empty() || pieces.size() > 4) return std::nullopt;
    return pieces;
}

std::optional<int> month_at(int year, int month) {
    if (month < 1 || month > 12) return std::nullopt;
    return 12 * year + month - 1;
}

// "2022-03" or "03/2022", from two pieces.
std::optional<int> month_of(const Piece& one, const Piece& two) {
    if (one.digits == 4 && two.digits <= 2) return month_at(one.number, two.number);
    if (one.digits <= 2 && two.digits == 4) return month_at(two.number, one.number);
    return std::nullopt;
}

std::optional<Period> part_of_year(std::string_view letter, int part, int year) {
    const bool quarter = letter == "T" || letter == "t" || letter == "Q" || letter == "q";
    const bool half = letter == "S" || letter == "s" || letter == "H" || letter == "h";
    if (!quarter && !half) return std::nullopt;
    const int months = quarter ? 3 : 6;
    if (part < 1 || part > 12 / months) return std::nullopt;
    return Period::of(12 * year + (part - 1) * months, months);
}

std::optional<Period> of_two(const Piece& one, const Piece& two) {
    const bool between = two.mark == "-" || two.mark == "/";
    if (one.mark.empty() && between) {
        const auto month = month_of(one, two);
        return month ? Period::of(*month, 1) : std::nullopt;
    }
    if (one.digits == 4 && one.mark.empty()) {
        std::string letter = two.mark;
        if (letter.starts_with('-')) letter.erase(0, 1);
        return part_of_year(letter, two.number, one.number);
    }
    if (two.digits == 4 && (two.mark.empty() || between))
        return part_of_year(one.mark, one.number, two.number);
    return std::nullopt;
}

std::optional<Period> of_four(const std::vector<Piece>& pieces) {
    const auto joins = [](const Piece& piece) { return piece.mark == "-" || piece.mark == "/"; };
    if (!pieces[0].mark.empty() || !joins(pieces[1]) || !joins(pieces[2]) || !joins(pieces[3]))
        return std::nullopt;
    const auto first = month_of(pieces[0], pieces[1]), last = month_of(pieces[2], pieces[3]);
    if (!first || !last) return std::nullopt;
    return Period::of(*first, *last - *first + 1);
}

foundation::Date first_of_month(int month) {
    return *foundation::Date::create(month / 12, static_cast<unsigned>(month % 12 + 1), 1);
}

std::string month_written(int month) { return fmt::format("{:04}-{:02}", month / 12, month % 12 + 1); }

}  // namespace

std::optional<Period> Period::of(int first_month, int months) {
    if (months < 1 || months > most_months) return std::nullopt;
    if (first_month < 12 * first_year || first_month + months > 12 * (last_year + 1)) return std::nullopt;
    return Period(first_month, months);
}

Period Period::year(int year) { return {12 * year, 12}; }

foundation::Date Period::first_day() const { return first_of_month(first_); }
foundation::Date Period::last_day() const { return first_of_month(first_ + months_).plus_days(-1); }

std::optional<Period> parse_period(std::string_view typed) {
    const auto pieces = pieces_of(foundation::trimmed(typed));
    if (!pieces) return std::nullopt;
    switch (pieces->size()) {
    case 1:
        if (!pieces->front().mark.empty() || pieces->front().digits != 4) return std::nullopt;
        return Period::of(12 * pieces->front().number, 12);
    case 2: return of_two((*pieces)[0], (*pieces)[1]);
    case 4: return of_four(*pieces);
    default: return std::nullopt;
    }
}

std::string written(const Period& period) {
    const int year = period.first_month() / 12, month = period.first_month() % 12;
    if (period.months() == 12 && month == 0) return fmt::format("{:04}", year);
    if (period.months() == 3 && month % 3 == 0) return fmt::format("{:04}-T{}", year, month / 3 + 1);
    if (period.months() == 6 && month % 6 == 0) return fmt::format("{:04}-S{}", year, month / 6 + 1);
    if (period.months() == 1) return month_written(period.first_month());
    return month_written(period.first_month()) + "/" +
           month_written(period.first_month() + period.months() - 1);
}

}  // namespace maillage::indicators
