#include "platform/db/row.hpp"

#include <libpq-fe.h>

#include <charconv>

#include "foundation/check.hpp"

namespace maillage::platform::db {
namespace {

template <class Number>
Number number(std::string_view text) {
    Number value{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    foundation::check(error == std::errc() && end == text.data() + text.size(), "a column is not a number");
    return value;
}

// timestamptz in the session's zone, which the pool sets to UTC: "2026-11-24 09:05:00.25+00".
foundation::Instant instant_of(std::string_view text) {
    foundation::check(text.size() >= 22 && text.ends_with("+00"), "a column is not a timestamptz in UTC");
    const auto day = foundation::Date::parse_iso(text.substr(0, 10));
    foundation::check(day.has_value(), "a timestamptz is out of range");
    std::string_view rest = text.substr(11, text.size() - 14);
    foundation::Instant moment(day->days());
    moment += std::chrono::hours(number<int>(rest.substr(0, 2)));
    moment += std::chrono::minutes(number<int>(rest.substr(3, 2)));
    moment += std::chrono::seconds(number<int>(rest.substr(6, 2)));
    if (rest.size() > 9) {
        std::string micros(rest.substr(9));
        micros.resize(6, '0');
        moment += std::chrono::microseconds(number<int>(micros));
    }
    return moment;
}

// One-dimensional array literal: {a,"b c",NULL}.
std::vector<std::string> elements(std::string_view text) {
    foundation::check(text.size() >= 2 && text.front() == '{' && text.back() == '}',
                      "a column is not an array");
    std::vector<std::string> found;
    text = text.substr(1, text.size() - 2);
    if (text.empty()) return found;
    bool quoted = false;
    found.emplace_back();
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\\')
            found.back() += text[++i];
        else if (text[i] == '"')
            quoted = !quoted;
        else if (text[i] == ',' && !quoted)
            found.emplace_back();
        else
            found.back() += text[i];
    }
    return found;
}

std::string unescaped_bytea(std::string_view text) {
    foundation::check(text.starts_with("\\x") && text.size() % 2 == 0, "a column is not a bytea");
    const auto digit = [](char c) { return static_cast<unsigned>(c <= '9' ? c - '0' : c - 'a' + 10); };
    std::string bytes;
    bytes.reserve(text.size() / 2);
    for (std::size_t i = 2; i < text.size(); i += 2)
        bytes += static_cast<char>(digit(text[i]) << 4U | digit(text[i + 1]));
    return bytes;
}

}  // namespace

std::optional<std::string_view> Row::next() {
    foundation::check(column_ < PQnfields(result_), "a row was read past its last column");
    const int column = column_++;
    if (PQgetisnull(result_, row_, column) == 1) return std::nullopt;
    return std::string_view(PQgetvalue(result_, row_, column),
                            static_cast<std::size_t>(PQgetlength(result_, row_, column)));
}

std::string_view Row::next_present() {
    const auto value = next();
    foundation::check(value.has_value(), "a NULL was read as a value");
    return *value;
}

std::int64_t Row::int8() { return number<std::int64_t>(next_present()); }
double Row::float8() { return number<double>(next_present()); }
bool Row::boolean() { return next_present() == "t"; }
std::string Row::text() { return std::string(next_present()); }
std::string Row::bytea() { return unescaped_bytea(next_present()); }

foundation::Date Row::date() {
    const auto day = foundation::Date::parse_iso(next_present());
    foundation::check(day.has_value(), "a column is not a date");
    return *day;
}

foundation::Instant Row::instant() { return instant_of(next_present()); }
std::vector<std::string> Row::texts() { return elements(next_present()); }

std::vector<std::int64_t> Row::int8s() {
    std::vector<std::int64_t> values;
    for (const std::string& element : elements(next_present()))
        values.push_back(number<std::int64_t>(element));
    return values;
}

std::optional<std::int64_t> Row::int8_or_null() {
    const auto value = next();
    if (!value) return std::nullopt;
    return number<std::int64_t>(*value);
}

std::optional<double> Row::float8_or_null() {
    const auto value = next();
    if (!value) return std::nullopt;
    return number<double>(*value);
}

std::optional<bool> Row::boolean_or_null() {
    const auto value = next();
    if (!value) return std::nullopt;
    return *value == "t";
}

std::optional<std::string> Row::text_or_null() {
    const auto value = next();
    if (!value) return std::nullopt;
    return std::string(*value);
}

std::optional<foundation::Date> Row::date_or_null() {
    const auto value = next();
    if (!value) return std::nullopt;
    return foundation::Date::parse_iso(*value);
}

std::optional<foundation::Instant> Row::instant_or_null() {
    const auto value = next();
    if (!value) return std::nullopt;
    return instant_of(*value);
}

}  // namespace maillage::platform::db
