#pragma once

#include <string>
#include <string_view>
#include <vector>

// Words about UTF-8 text that need no dictionary and no locale.
namespace maillage::foundation {

// True when `text` is well-formed UTF-8 (RFC 3629: no surrogates, no overlong forms, no NUL).
bool is_clean_utf8(std::string_view text);
// Number of code points of well-formed UTF-8.
std::size_t length_in_characters(std::string_view text);
// Without leading and trailing white space (space, tab, line ends, U+00A0, U+202F).
std::string_view trimmed(std::string_view text);
std::vector<std::string_view> split(std::string_view text, char separator);
// ASCII letters lowered; accents of the French alphabet dropped (é → e, œ → oe, ç → c). For comparing
// headers and searching, never for display.
std::string folded(std::string_view text);

}  // namespace maillage::foundation
