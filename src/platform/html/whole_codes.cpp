#include <algorithm>

#include "platform/html/components.hpp"

namespace maillage::platform::html {
namespace {

bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_inside_a_word(char c) {
    return is_capital(c) || is_digit(c) || (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
}

// The length of the code that begins `text`, two to five capitals, a hyphen, digits; 0 for anything else.
std::size_t code_at(std::string_view text) {
    constexpr std::size_t fewest = 2, most = 5;
    const auto capitals = static_cast<std::size_t>(std::ranges::find_if_not(text, is_capital) - text.begin());
    if (capitals < fewest || capitals > most || capitals == text.size() || text[capitals] != '-') return 0;
    std::size_t end = capitals + 1;
    while (end < text.size() && is_digit(text[end])) ++end;
    const bool goes_on = end < text.size() && is_inside_a_word(text[end]);
    return end == capitals + 1 || goes_on ? 0 : end;
}

}  // namespace

void text_with_codes(Out& out, std::string_view text) {
    std::size_t written = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (at > 0 && is_inside_a_word(text[at - 1])) continue;
        const std::size_t length = code_at(text.substr(at));
        if (length == 0) continue;
        out.text(text.substr(written, at - written));
        el(out, "span", {a("class", "whole")}, text.substr(at, length));
        written = at + length;
        at = written - 1;
    }
    out.text(text.substr(written));
}

}  // namespace maillage::platform::html
