#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace maillage::identity {

// An address as accounts keep it, "c.martin@laval.example": trimmed, in lower case. Nothing when it cannot be
// one.
std::optional<std::string> normalised_email(std::string_view typed);
// The id of a path or a field: digits, more than zero.
std::optional<std::int64_t> parse_id(std::string_view text);
// "3f9a77c104be91d26e5f" as people read and type it: "3f9a-77c1-04be-91d2-6e5f".
std::string grouped_code(std::string_view code);
// The code behind what was typed: 80 bits in hexadecimal, whatever separates its groups.
std::optional<std::string> normalised_code(std::string_view typed);
inline constexpr std::size_t code_bytes = 10;

// The browser's name in a User-Agent header, enough to recognise one's own session; empty when unknown.
std::string_view browser_of(std::string_view agent);

}  // namespace maillage::identity
