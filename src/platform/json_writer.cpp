#include "platform/json_writer.hpp"

#include <charconv>
#include <cmath>

#include "foundation/check.hpp"

namespace maillage::platform {

using foundation::check;

void JsonWriter::separate() {
    check(!open_.empty() || bytes_.empty(), "JSON: a second value at the top");
    check(open_.empty() || open_.back() == '[' || after_key_, "JSON: a value without its key");
    if (!first_ && !after_key_) bytes_ += ',';
    first_ = after_key_ = false;
}

JsonWriter& JsonWriter::begin_object() {
    separate();
    bytes_ += '{';
    open_ += '{';
    first_ = true;
    return *this;
}

JsonWriter& JsonWriter::end_object() {
    check(!open_.empty() && open_.back() == '{' && !after_key_, "JSON: no object to end");
    bytes_ += '}';
    open_.pop_back();
    first_ = false;
    return *this;
}

JsonWriter& JsonWriter::begin_array() {
    separate();
    bytes_ += '[';
    open_ += '[';
    first_ = true;
    return *this;
}

JsonWriter& JsonWriter::end_array() {
    check(!open_.empty() && open_.back() == '[', "JSON: no array to end");
    bytes_ += ']';
    open_.pop_back();
    first_ = false;
    return *this;
}

JsonWriter& JsonWriter::key(std::string_view name) {
    check(!open_.empty() && open_.back() == '{' && !after_key_, "JSON: a key outside an object");
    if (!first_) bytes_ += ',';
    first_ = false;
    after_key_ = true;
    append_string(name);
    bytes_ += ':';
    return *this;
}

JsonWriter& JsonWriter::value(std::string_view text) {
    separate();
    append_string(text);
    return *this;
}

JsonWriter& JsonWriter::value(std::int64_t number) {
    separate();
    char digits[24];
    bytes_.append(digits, std::to_chars(digits, digits + sizeof digits, number).ptr);
    return *this;
}

JsonWriter& JsonWriter::value(double number) {
    if (!std::isfinite(number)) return null();
    separate();
    char digits[32];
    bytes_.append(digits, std::to_chars(digits, digits + sizeof digits, number).ptr);
    return *this;
}

JsonWriter& JsonWriter::value(bool truth) {
    separate();
    bytes_ += truth ? "true" : "false";
    return *this;
}

JsonWriter& JsonWriter::null() {
    separate();
    bytes_ += "null";
    return *this;
}

std::string JsonWriter::take() {
    check(open_.empty() && !bytes_.empty(), "JSON: taken before its end");
    return std::move(bytes_);
}

void JsonWriter::append_string(std::string_view text) {
    static constexpr std::string_view hex = "0123456789abcdef";
    bytes_ += '"';
    for (const char c : text) {
        const auto code = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            bytes_ += '\\';
            bytes_ += c;
        } else if (c == '\n') {
            bytes_ += "\\n";
        } else if (code < 0x20) {
            bytes_ += "\\u00";
            bytes_ += hex[code >> 4U];
            bytes_ += hex[code & 15U];
        } else {
            bytes_ += c;
        }
    }
    bytes_ += '"';
}

}  // namespace maillage::platform
