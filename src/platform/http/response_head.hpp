#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "platform/http/message.hpp"
#include "platform/http/security_headers.hpp"

namespace maillage::platform::http {

// A header that could break the framing or split the answer is a Bug: names are lower-case tokens, values
// have no control character, and the kernel alone writes date, connection, content-length and
// transfer-encoding.
void check_headers(const Response& response);

enum class After { keep_alive, close };

struct HeadParts {
    const Response& response;
    std::string_view date;              // value of the date header
    std::optional<std::size_t> length;  // nothing: the body ends with the connection
    bool http_1_0 = false;
    After after = After::keep_alive;
};

// Status line and headers, with the empty line.
std::string response_head(const HeadParts& parts, const SecurityHeaders& security);

// "Tue, 24 Nov 2026 09:00:00 GMT" (RFC 9110 § 5.6.7).
std::string http_date(std::chrono::sys_seconds moment);

}  // namespace maillage::platform::http
