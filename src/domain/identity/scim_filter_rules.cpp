#include "domain/identity/scim_filter_rules.hpp"

#include <algorithm>

#include "domain/identity/account_rules.hpp"
#include "foundation/text.hpp"

namespace maillage::identity {
namespace {

char lowered(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

// A JSON string without escapes but \" and \\: an address and an id need no other.
std::optional<std::string> quoted(std::string_view text) {
    if (text.size() < 2 || text.front() != '"' || text.back() != '"') return std::nullopt;
    std::string value;
    for (std::size_t i = 1; i + 1 < text.size(); ++i) {
        char c = text[i];
        if (c == '"') return std::nullopt;
        if (c == '\\') {
            c = ++i + 1 < text.size() ? text[i] : '\0';
            if (c != '"' && c != '\\') return std::nullopt;
        }
        value += c;
    }
    return value;
}

}  // namespace

bool same_attribute(std::string_view a, std::string_view b) {
    return std::ranges::equal(a, b, {}, lowered, lowered);
}

std::expected<ScimFilter, ScimRefusal> parse_scim_filter(std::string_view text) {
    text = foundation::trimmed(text);
    if (text.empty()) return ScimFilter{};
    // The operator after the attribute, not the one inside emails[type eq "work"].
    const std::size_t bracket = text.find(']');
    const std::size_t space =
        text.find(' ', bracket == text.npos || text.find('"') < text.find('[') ? 0 : bracket);
    if (space == text.npos) return std::unexpected(ScimRefusal::bad_filter);
    std::string_view attribute = text.substr(0, space);
    const std::string_view rest = foundation::trimmed(text.substr(space));
    if (rest.size() < 3 || !same_attribute(rest.substr(0, 2), "eq") || rest[2] != ' ')
        return std::unexpected(ScimRefusal::bad_filter);
    auto value = quoted(foundation::trimmed(rest.substr(3)));
    if (!value) return std::unexpected(ScimRefusal::bad_filter);
    if (attribute.size() > scim_user_schema.size() &&
        same_attribute(attribute.substr(0, scim_user_schema.size()), scim_user_schema) &&
        attribute[scim_user_schema.size()] == ':')
        attribute.remove_prefix(scim_user_schema.size() + 1);
    if (same_attribute(attribute, "externalId")) return ScimFilter{.external_id = *std::move(value)};
    const bool address = same_attribute(attribute, "userName") || same_attribute(attribute, "emails.value") ||
                         same_attribute(attribute, "emails[type eq \"work\"].value");
    if (!address) return std::unexpected(ScimRefusal::bad_filter);
    auto email = normalised_email(*value);
    return ScimFilter{.address = email, .nothing = !email};
}

}  // namespace maillage::identity
