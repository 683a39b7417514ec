#include "platform/http/cookies.hpp"

#include "foundation/check.hpp"
#include "foundation/text.hpp"

namespace maillage::platform::http {
namespace {

bool is_plain(std::string_view text, std::string_view also) {
    const auto allowed = [&](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || also.contains(c);
    };
    return std::ranges::all_of(text, allowed);
}

bool is_name(std::string_view name) { return !name.empty() && is_plain(name, "!#$%&'*+-.^_`|~"); }
// RFC 6265 cookie-octet without '%' and quotes, which servers read differently.
bool is_value(std::string_view value) { return is_plain(value, "!#$&'()*+-./:<=>?@[]^_`{|}~"); }

std::string_view without_blanks(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
    return text;
}

}  // namespace

Fields parse_cookies(std::string_view header) {
    Fields cookies;
    for (const std::string_view pair : foundation::split(header, ';')) {
        const std::size_t equals = pair.find('=');
        if (equals == std::string_view::npos) continue;
        const std::string_view name = without_blanks(pair.substr(0, equals));
        std::string_view value = without_blanks(pair.substr(equals + 1));
        if (value.size() >= 2 && value.starts_with('"') && value.ends_with('"'))
            value = value.substr(1, value.size() - 2);
        if (is_name(name)) cookies.add(std::string(name), std::string(value));
    }
    return cookies;
}

void set_cookie(Response& response, const Cookie& cookie) {
    using foundation::check;
    check(is_name(cookie.name) && is_value(cookie.value), "a cookie of plain characters");
    check(cookie.path.starts_with('/') && is_plain(cookie.path, "/-._~"), "a plain cookie path");
    const bool secure = cookie.transport == CookieTransport::https_only;
    check(!cookie.name.starts_with("__Host-") || (secure && cookie.path == "/"),
          "a __Host- cookie is secure, for all paths");
    std::string text = cookie.name + "=" + cookie.value + "; Path=" + cookie.path + "; HttpOnly";
    text += cookie.same_site == SameSite::strict ? "; SameSite=Strict" : "; SameSite=Lax";
    if (secure) text += "; Secure";
    if (cookie.max_age) text += "; Max-Age=" + std::to_string(cookie.max_age->count());
    response.headers.emplace_back("set-cookie", std::move(text));
}

}  // namespace maillage::platform::http
