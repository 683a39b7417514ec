// A whole number that somebody wrote: in an address, in a hidden field, in a cell.
#pragma once

#include <charconv>
#include <concepts>
#include <optional>
#include <string_view>

namespace maillage::foundation {

// The number that `text` is from its first to its last character, in decimal; nothing for an empty text, a
// sign that `Number` cannot hold, a space, a decimal, or a number out of its range.
template <std::integral Number>
std::optional<Number> whole_number(std::string_view text) {
    Number number{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return number;
}

}  // namespace maillage::foundation
