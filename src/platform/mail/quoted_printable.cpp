#include "platform/mail/quoted_printable.hpp"

#include "foundation/text.hpp"

namespace maillage::platform::mail {
namespace {

constexpr std::size_t widest_line = 76;

bool stands(char c) { return (c >= '!' && c <= '~' && c != '=') || c == ' ' || c == '\t'; }

// Of one line, its end left out.
void append_line(std::string& out, std::string_view line) {
    std::size_t width = 0;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const char c = line[i];
        const bool last = i + 1 == line.size();
        const bool space_at_the_end = last && (c == ' ' || c == '\t');
        const bool head_of_a_relays_line = width == 0 && (c == '.' || line.substr(i).starts_with("From "));
        const bool as_it_is = stands(c) && !space_at_the_end && !head_of_a_relays_line;
        const std::string next = as_it_is ? std::string(1, c) : as_hexadecimal(c);
        // One place is kept for the mark of the soft end.
        if (width + next.size() > widest_line - (last ? 0 : 1)) {
            out += "=\r\n";
            width = 0;
            // What now stands at the head is looked at again as such.
            --i;
            continue;
        }
        out += next;
        width += next.size();
    }
    out += "\r\n";
}

}  // namespace

std::string as_hexadecimal(char byte) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    const auto value = static_cast<unsigned char>(byte);
    return {'=', digits[value >> 4U], digits[value & 0xFU]};
}

std::string quoted_printable(std::string_view text) {
    std::string out;
    for (std::string_view line :
         foundation::split(text.ends_with('\n') ? text.substr(0, text.size() - 1) : text, '\n')) {
        if (line.ends_with('\r')) line.remove_suffix(1);
        append_line(out, line);
    }
    return out;
}

}  // namespace maillage::platform::mail
