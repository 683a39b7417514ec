#include "platform/mail/header.hpp"

#include <algorithm>

#include "platform/mail/quoted_printable.hpp"
#include "platform/mail/utf8.hpp"

namespace maillage::platform::mail {
namespace {

constexpr std::size_t widest_line = 76;  // RFC 2047, 2: of a line that holds an encoded word
constexpr std::size_t widest_word = 75;  // RFC 2047, 2: of the word itself
constexpr std::string_view opening = "=?UTF-8?Q?", closing = "?=";

bool is_alphanumeric(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

// RFC 2047, 5 (3): what may stand as it is even in the name before an address.
bool stands(char c) {
    return is_alphanumeric(c) || std::string_view("!*+-/").find(c) != std::string_view::npos;
}

std::string encoded(std::string_view character) {
    if (character == " ") return "_";
    if (character.size() == 1 && stands(character.front())) return std::string(character);
    std::string text;
    for (const char byte : character) text += as_hexadecimal(byte);
    return text;
}

bool stands_as_it_is(std::string_view text, std::size_t name_width) {
    const auto fits = [](char c) { return is_alphanumeric(c) || c == ' ' || c == '-' || c == '.'; };
    return text.size() + name_width + 2 <= widest_line && std::ranges::all_of(text, fits) &&
           !text.starts_with(' ') && !text.ends_with(' ');
}

}  // namespace

std::optional<HeaderText> HeaderText::create(std::string_view utf8) {
    if (utf8.empty() || utf8.size() > most_bytes) return std::nullopt;
    for (std::string_view rest = utf8; !rest.empty();) {
        const std::size_t bytes = first_character(rest);
        const auto first = static_cast<unsigned char>(rest.front());
        // C0, DEL, C1 and the two line ends of Unicode.
        const bool control = first < 0x20 || first == 0x7F ||
                             (first == 0xC2 && bytes == 2 && static_cast<unsigned char>(rest[1]) < 0xA0) ||
                             rest.starts_with("\u2028") || rest.starts_with("\u2029");
        if (bytes == 0 || control) return std::nullopt;
        rest.remove_prefix(bytes);
    }
    return HeaderText(std::string(utf8));
}

std::string header_value(const HeaderText& text, std::size_t name_width) {
    std::string_view rest = text.text();
    if (stands_as_it_is(rest, name_width)) return std::string(rest);
    std::string value(opening);
    std::size_t line = name_width + 2 + opening.size(), word = opening.size();
    while (!rest.empty()) {
        const std::string next = encoded(rest.substr(0, first_character(rest)));
        rest.remove_prefix(first_character(rest));
        if (word + next.size() + closing.size() > widest_word ||
            line + next.size() + closing.size() > widest_line) {
            value.append(closing).append("\r\n ").append(opening);
            word = opening.size();
            line = 1 + opening.size();
        }
        value += next;
        word += next.size();
        line += next.size();
    }
    return value.append(closing);
}

}  // namespace maillage::platform::mail
