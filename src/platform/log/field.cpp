#include "platform/log/field.hpp"

#include <algorithm>

#include "foundation/text.hpp"
#include "platform/json_writer.hpp"

namespace maillage::platform::log {
namespace {

constexpr std::size_t most_code = 64, most_breakdown = 300;

template <class T>
std::string as_json(const T& value) {
    JsonWriter json;
    json.value(value);
    return json.take();
}

bool is_code(std::string_view text) {
    return !text.empty() && text.size() <= most_code && std::ranges::all_of(text, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' ||
               c == '_' || c == '-';
    });
}

// Printable ASCII and clean UTF-8; the rest becomes '?', so that a line of the log is one line.
std::string printable(std::string_view text) {
    const bool clean = foundation::is_clean_utf8(text);
    std::string safe(text);
    for (char& c : safe) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x20 || byte == 0x7F || (byte >= 0x80 && !clean)) c = '?';
    }
    return safe;
}

}  // namespace

Field::Field(Word name, Decimal value) : name_(name.text), json_(as_json(value.value)) {}
Field::Field(Word name, Word value) : name_(name.text), json_(as_json(value.text)) {}
Field::Field(Word name, Route value)
    : name_(name.text), json_(as_json(printable(value.pattern.substr(0, value.pattern.find('?'))))) {}
Field::Field(Word name, Code value)
    : name_(name.text), json_(as_json(is_code(value.text) ? value.text : "?")) {}
Field::Field(Word name, Breakdown value)
    : name_(name.text), json_(as_json(printable(value.what.substr(0, most_breakdown)))) {}

}  // namespace maillage::platform::log
