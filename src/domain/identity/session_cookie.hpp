#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "platform/http/cookies.hpp"

namespace maillage::identity {

// The token of a session; no script reads it, no other site has it sent.
inline constexpr std::string_view session_cookie = "__Host-s";
// The ten minutes between the password and the second factor. It opens no page.
inline constexpr std::string_view half_cookie = "__Host-f";
// What ties the challenge of a passkey to the browser that asked for it, before anybody has signed in.
inline constexpr std::string_view passkey_cookie = "__Host-p";
// What a sign-in by the identity provider is recognised by when the browser comes back from there: sent with
// that link (SameSite=Lax), as the session's cookie is not.
inline constexpr std::string_view flow_cookie = "__Host-i";

inline void set_session_cookie(platform::http::Response& response, std::string token) {
    platform::http::set_cookie(response, {.name = std::string(session_cookie), .value = std::move(token)});
}
// The same for an answer that is a page.
inline std::pair<std::string, std::string> session_cookie_header(std::string token) {
    platform::http::Response carrier;
    set_session_cookie(carrier, std::move(token));
    return carrier.headers.back();
}

}  // namespace maillage::identity
