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
// The browser's name in a User-Agent header, enough to recognise one's own session; empty when unknown.
std::string_view browser_of(std::string_view agent);

}  // namespace maillage::identity
