#include "platform/db/value.hpp"

#include <charconv>

// Every parameter travels as text except bytea: PostgreSQL infers the types from the statement, so that a
// smallint column and a bigint column take the same Value.
namespace maillage::platform::db {
namespace {

void append_quoted(std::string& out, std::string_view element) {
    out += '"';
    for (const char c : element) {
        if (c == '"' || c == '\\') out += '\\';
        out += c;
    }
    out += '"';
}

}  // namespace

Value::Value(bool value) : bytes_(value ? "t" : "f"), present_(true) {}
Value::Value(Integer value) : bytes_(std::to_string(value.value)), present_(true) {}
Value::Value(std::string_view value) : bytes_(value), present_(true) {}
Value::Value(Bytes value) : bytes_(value.raw), format_(1), present_(true) {}
Value::Value(foundation::Date value) : bytes_(value.iso()), present_(true) {}

Value::Value(double value) : present_(true) {
    char digits[32];
    const auto [end, error] = std::to_chars(digits, digits + sizeof digits, value);
    bytes_.assign(digits, end);
}

Value::Value(foundation::Instant value) : present_(true) {
    const auto day = std::chrono::floor<std::chrono::days>(value);
    const std::chrono::hh_mm_ss time(value - day);
    char text[48];
    const auto two = [](char* at, auto number) {
        at[0] = static_cast<char>('0' + number / 10);
        at[1] = static_cast<char>('0' + number % 10);
    };
    two(text, time.hours().count());
    text[2] = ':';
    two(text + 3, time.minutes().count());
    text[5] = ':';
    two(text + 6, time.seconds().count());
    text[8] = '.';
    long micros = time.subseconds().count();
    for (int i = 14; i > 8; --i, micros /= 10) text[i] = static_cast<char>('0' + micros % 10);
    bytes_ = foundation::Date::from_days(day).iso() + " " + std::string(text, 15) + "+00";
}

Value::Value(std::span<const std::string> values) : bytes_("{"), present_(true) {
    for (const std::string& value : values) {
        if (bytes_.size() > 1) bytes_ += ',';
        append_quoted(bytes_, value);
    }
    bytes_ += '}';
}

Value::Value(std::span<const std::int64_t> values) : bytes_("{"), present_(true) {
    for (const std::int64_t value : values) {
        if (bytes_.size() > 1) bytes_ += ',';
        bytes_ += std::to_string(value);
    }
    bytes_ += '}';
}

}  // namespace maillage::platform::db
