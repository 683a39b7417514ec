#pragma once

#include <string>
#include <string_view>

#include "platform/http/cookies.hpp"

namespace maillage::identity {

// The token of a session; no script reads it, no other site has it sent.
inline constexpr std::string_view session_cookie = "__Host-s";

inline void set_session_cookie(platform::http::Response& response, std::string token) {
    platform::http::set_cookie(response, {.name = std::string(session_cookie), .value = std::move(token)});
}

}  // namespace maillage::identity
