#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "platform/http/message.hpp"

namespace maillage::platform::http {

// "a=1; b=2" (RFC 6265 § 5.4). Pairs without '=' or with a name that is no token are left out.
Fields parse_cookies(std::string_view header);

enum class SameSite { strict, lax };
enum class CookieTransport { https_only, also_plain };  // also_plain: a demonstration on localhost

// A cookie that no script reads.
struct Cookie {
    std::string name;        // "__Host-session" needs path "/" and https_only
    std::string value = {};  // hexadecimal, base64 or other token characters; anything else is a Bug
    std::string path = "/";
    std::optional<std::chrono::seconds> max_age = {};  // nothing: until the browser closes; zero: delete
    SameSite same_site = SameSite::strict;
    CookieTransport transport = CookieTransport::https_only;
};

// Adds a set-cookie header.
void set_cookie(Response& response, const Cookie& cookie);

}  // namespace maillage::platform::http
