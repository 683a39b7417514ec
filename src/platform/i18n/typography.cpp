#include "platform/i18n/words.hpp"

// Rules of the Imprimerie nationale for spaces, applied to our own sentences alone: never to what a user
// typed.
namespace maillage::platform::i18n {
namespace {

constexpr std::string_view thin = "\u202F";  // narrow no-break space
constexpr std::string_view no_break = "\u00A0";

// Replaces the ordinary space that ends `out`, or adds one, by `space`; at the start of a line nothing is
// added.
void space_before(std::string& out, std::string_view space) {
    if (out.ends_with(' ')) {
        out.pop_back();
        out += space;
    }
}

// The length of what must stay as it is from `at` on: {argument}, `code`, an address.
std::size_t protected_length(std::string_view text, std::size_t at) {
    if (text[at] == '{') {
        const std::size_t end = text.find('}', at);
        return end == text.npos ? 0 : end - at + 1;
    }
    if (text[at] == '`') {
        const std::size_t end = text.find('`', at + 1);
        return end == text.npos ? 0 : end - at + 1;
    }
    for (const std::string_view scheme : {"https://", "http://", "mailto:"})
        if (text.substr(at).starts_with(scheme)) {
            const std::size_t end = text.find_first_of(" )»", at);
            return (end == text.npos ? text.size() : end) - at;
        }
    return 0;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// True when the space at `at` stands inside a number: "1 204", "12 500 000", not "en 2026 150 places".
bool separates_thousands(std::string_view text, std::size_t at) {
    std::size_t before = at;
    while (before > 0 && is_digit(text[before - 1])) --before;
    const std::size_t digits_before = at - before;
    if (digits_before == 0 || digits_before > 3) return false;
    std::size_t after = at + 1;
    while (after < text.size() && is_digit(text[after])) ++after;
    return after - at - 1 == 3;
}

}  // namespace

// A space is narrowed, never invented: "10:30" and "?page=2" have none and stay. The catalogue writes « a b »
// with ordinary spaces, "n° 3" and "50 %" too.
std::string french_typography(std::string_view text) {
    std::string out;
    out.reserve(text.size() + 16);
    for (std::size_t at = 0; at < text.size();) {
        if (const std::size_t kept = protected_length(text, at); kept > 0) {
            out += text.substr(at, kept);
            at += kept;
            continue;
        }
        const std::string_view rest = text.substr(at);
        if (rest[0] == ' ' && separates_thousands(text, at)) {
            out += thin;
            ++at;
        } else if (rest[0] == '\'') {
            out += "’";
            ++at;
        } else if (rest[0] == ';' || rest[0] == '!' || rest[0] == '?') {
            space_before(out, thin);
            out += rest[0];
            ++at;
        } else if (rest[0] == ':' || rest[0] == '%') {
            space_before(out, no_break);
            out += rest[0];
            ++at;
        } else if (rest.starts_with("€") || rest.starts_with("»")) {
            space_before(out, no_break);
            const std::size_t length =
                rest.starts_with("€") ? std::string_view("€").size() : std::string_view("»").size();
            out += rest.substr(0, length);
            at += length;
        } else if (rest.starts_with("« ")) {
            out += "«";
            out += no_break;
            at += std::string_view("« ").size();
        } else if (rest.starts_with("n° ")) {
            out += "n°";
            out += no_break;
            at += std::string_view("n° ").size();
        } else {
            out += rest[0];
            ++at;
        }
    }
    return out;
}

}  // namespace maillage::platform::i18n
