#include "domain/identity/account_rules.hpp"

#include <algorithm>
#include <array>

#include "foundation/text.hpp"
#include "foundation/whole_number.hpp"

namespace maillage::identity {

std::optional<std::string> normalised_email(std::string_view typed) {
    constexpr std::size_t longest = 254;  // RFC 5321 § 4.5.3.1
    std::string email(foundation::trimmed(typed));
    const std::size_t at = email.find('@');
    if (email.size() > longest || at == 0 || at == email.npos || email.find('@', at + 1) != email.npos)
        return std::nullopt;
    const std::string_view domain = std::string_view(email).substr(at + 1);
    if (domain.find('.') == domain.npos || domain.starts_with('.') || domain.ends_with('.'))
        return std::nullopt;
    for (char& c : email) {
        if (c <= ' ' || c == 0x7f || c == '<' || c == '>' || c == ',' || c == ';') return std::nullopt;
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return email;
}

std::optional<std::int64_t> parse_id(std::string_view text) {
    const auto id = foundation::whole_number<std::int64_t>(text);
    return id && *id > 0 ? id : std::nullopt;
}

std::string grouped_code(std::string_view code) {
    constexpr std::size_t group = 4;
    std::string text;
    for (std::size_t i = 0; i < code.size(); ++i) {
        if (i > 0 && i % group == 0) text += '-';
        text += code[i];
    }
    return text;
}

std::optional<std::string> normalised_code(std::string_view typed) {
    std::string code;
    for (const char c : typed) {
        const bool digit = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
        if (digit)
            code += c;
        else if (c >= 'A' && c <= 'F')
            code += static_cast<char>(c - 'A' + 'a');
        else if (c != '-' && c != ' ')
            return std::nullopt;
    }
    if (code.size() != 2 * code_bytes) return std::nullopt;
    return code;
}

std::string_view browser_of(std::string_view agent) {
    // Most specific first: Edge names Chrome, and Chrome names Safari.
    constexpr std::array<std::string_view, 5> known{"Edg", "Firefox", "Chrome", "Safari", "curl"};
    const auto* const found =
        std::ranges::find_if(known, [&](std::string_view name) { return agent.find(name) != agent.npos; });
    if (found == known.end()) return {};
    return *found == "Edg" ? "Edge" : *found;
}

}  // namespace maillage::identity
