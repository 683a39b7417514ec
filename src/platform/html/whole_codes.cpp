#include "platform/html/components.hpp"

namespace maillage::platform::html {
namespace {

bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_inside_a_word(char c) {
    return is_capital(c) || is_digit(c) || (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
}

std::size_t while_in(std::string_view text, std::size_t from, bool (*belongs)(char)) {
    while (from < text.size() && belongs(text[from])) ++from;
    return from;
}

// The length of the code that begins `text`: PRE-1 (two to five capitals), or an article such as L132-13 (one
// or two capitals and a number). 0 for anything else.
std::size_t code_at(std::string_view text) {
    const std::size_t capitals = while_in(text, 0, is_capital), number = while_in(text, capitals, is_digit);
    const bool article = number > capitals;
    if (capitals < (article ? 1U : 2U) || capitals > (article ? 2U : 5U)) return 0;
    if (number == text.size() || text[number] != '-') return 0;
    const std::size_t end = while_in(text, number + 1, is_digit);
    const bool goes_on = end < text.size() && is_inside_a_word(text[end]);
    return end == number + 1 || goes_on ? 0 : end;
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
