#include <charconv>
#include <cmath>

#include "foundation/text.hpp"
#include "platform/html/form.hpp"

// What people type for dates and numbers, read strictly: nothing is guessed.
namespace maillage::platform::html {
namespace {

std::optional<unsigned> digits(std::string_view text, std::size_t longest) {
    if (text.empty() || text.size() > longest) return std::nullopt;
    unsigned value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') return std::nullopt;
        value = value * 10 + static_cast<unsigned>(c - '0');
    }
    return value;
}

}  // namespace

std::optional<foundation::Date> parse_typed_date(std::string_view typed) {
    typed = foundation::trimmed(typed);
    if (const auto iso = foundation::Date::parse_iso(typed)) return iso;
    for (const char separator : {'/', '-', '.'}) {
        const auto parts = foundation::split(typed, separator);
        if (parts.size() != 3) continue;
        const auto day = digits(parts[0], 2), month = digits(parts[1], 2), year = digits(parts[2], 4);
        if (!day || !month || !year || parts[2].size() == 3 || parts[2].size() == 1) return std::nullopt;
        // Two digits mean this century: the council's dates lie between 2000 and 2099.
        const unsigned full = parts[2].size() == 2 ? 2000 + *year : *year;
        return foundation::Date::create(static_cast<int>(full), *month, *day);
    }
    return std::nullopt;
}

// Spaces only between groups of three digits; one comma or point, never both: "1.234,5" could mean two
// things.
std::optional<double> parse_typed_number(std::string_view typed) {
    typed = foundation::trimmed(typed);
    std::string plain;
    bool negative = false;
    if (typed.starts_with('-'))
        negative = true, typed.remove_prefix(1);
    else if (typed.starts_with("−"))
        negative = true, typed.remove_prefix(std::string_view("−").size());
    int group = -1;  // digits since the last space; −1 before the first one
    bool point = false;
    while (!typed.empty()) {
        std::size_t taken = 1;
        if (typed[0] >= '0' && typed[0] <= '9') {
            plain += typed[0];
            if (group >= 0 && !point) ++group;
        } else if (typed[0] == ',' || typed[0] == '.') {
            if (point || plain.empty() || (group >= 0 && group != 3)) return std::nullopt;
            point = true;
            plain += '.';
        } else {
            taken = 0;
            for (const std::string_view blank : {" ", "\u00A0", "\u202F"})
                if (typed.starts_with(blank)) taken = blank.size();
            if (taken == 0 || point || plain.empty() || (group >= 0 && group != 3)) return std::nullopt;
            group = 0;
        }
        typed.remove_prefix(taken);
    }
    if (plain.empty() || plain.back() == '.' || (group >= 0 && group != 3)) return std::nullopt;
    double value = 0;
    const auto [end, error] = std::from_chars(plain.data(), plain.data() + plain.size(), value);
    if (error != std::errc() || end != plain.data() + plain.size() || !std::isfinite(value))
        return std::nullopt;
    return negative ? -value : value;
}

}  // namespace maillage::platform::html
