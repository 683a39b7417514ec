#include "platform/webauthn/cbor.hpp"

#include <limits>

namespace maillage::platform::webauthn {
namespace {

constexpr unsigned unsigned_integer = 0, negative_integer = 1, byte_string = 2, text_string = 3, array = 4,
                   map_of_pairs = 5, simple = 7;
constexpr std::uint64_t simple_false = 20, simple_null = 22;
constexpr int deepest = 4;  // what CTAP2 allows

}  // namespace

std::optional<CborReader::Head> CborReader::head() {
    if (rest_.empty()) return std::nullopt;
    const auto first = static_cast<unsigned char>(rest_.front());
    rest_.remove_prefix(1);
    constexpr unsigned kind_bits = 5, in_the_head = 24, longest = 27;
    const unsigned kind = static_cast<unsigned>(first) >> kind_bits, information = first & 0x1fU;
    if (information < in_the_head) return Head{.kind = kind, .value = information};
    // 28 to 30 mean nothing, 31 is a length that comes later. Simple values have no other form here.
    if (information > longest || kind == simple) return std::nullopt;
    const std::size_t size = std::size_t{1} << (information - in_the_head);
    if (rest_.size() < size) return std::nullopt;
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < size; ++i) value = (value << 8U) | static_cast<unsigned char>(rest_[i]);
    rest_.remove_prefix(size);
    const std::uint64_t smaller_form = size == 1 ? in_the_head : std::uint64_t{1} << (4 * size);
    if (value < smaller_form) return std::nullopt;
    return Head{.kind = kind, .value = value};
}

std::optional<std::int64_t> CborReader::integer() {
    const auto read = head();
    if (!read || read->kind > negative_integer) return std::nullopt;
    if (read->value > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max()))
        return std::nullopt;
    const auto value = static_cast<std::int64_t>(read->value);
    return read->kind == unsigned_integer ? value : -1 - value;
}

std::optional<std::string_view> CborReader::string_of(unsigned kind) {
    const auto read = head();
    if (!read || read->kind != kind || read->value > rest_.size()) return std::nullopt;
    const std::string_view found = rest_.substr(0, read->value);
    rest_.remove_prefix(found.size());
    return found;
}

std::optional<std::string_view> CborReader::bytes() { return string_of(byte_string); }
std::optional<std::string_view> CborReader::text() { return string_of(text_string); }

std::optional<std::uint64_t> CborReader::map() {
    const auto read = head();
    // Each entry is two bytes at least.
    if (!read || read->kind != map_of_pairs || read->value > rest_.size() / 2) return std::nullopt;
    return read->value;
}

bool CborReader::skip_items(std::uint64_t count, int depth) {
    for (std::uint64_t i = 0; i < count; ++i)
        if (!skip(depth)) return false;
    return true;
}

bool CborReader::skip(int depth) {
    if (depth > deepest) return false;
    const auto read = head();
    if (!read) return false;
    switch (read->kind) {
    case unsigned_integer:
    case negative_integer: return true;
    case byte_string:
    case text_string:
        if (read->value > rest_.size()) return false;
        rest_.remove_prefix(read->value);
        return true;
    case array: return read->value <= rest_.size() && skip_items(read->value, depth + 1);
    case map_of_pairs: return read->value <= rest_.size() / 2 && skip_items(2 * read->value, depth + 1);
    case simple: return read->value >= simple_false && read->value <= simple_null;
    default: return false;  // a tag
    }
}

}  // namespace maillage::platform::webauthn
