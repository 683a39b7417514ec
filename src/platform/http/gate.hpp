#pragma once

#include <cstddef>
#include <cstdint>
#include <expected>
#include <string>
#include <string_view>
#include <vector>

#include "platform/http/message.hpp"
#include "platform/http/target.hpp"

// The strict gate (RFC 9112, read more narrowly than the RFC allows): one reading of every byte, so that no
// proxy in front can read another one. Pure: fuzzed without a socket.
namespace maillage::platform::http {

enum class GateRefusal {
    request_line,
    version,
    unknown_method,
    target,
    header_syntax,
    too_many_headers,
    repeated_header,
    no_host,
    unknown_host,  // 421; everything else is 400
    framing,       // Content-Length and Transfer-Encoding that leave a doubt
    content_encoding,
    body_not_allowed,
    expectation,
};

int status_of(GateRefusal refusal);
// A word for logs and metrics.
std::string_view name_of(GateRefusal refusal);

enum class Framing : std::uint8_t { none, length, chunked };

// The head of a request that passed.
struct Head {
    Method method = Method::get;
    Target target;
    Fields headers;  // names in lower case; names with '_' dropped
    Framing framing = Framing::none;
    std::uint64_t length = 0;  // when framing is length
    bool http_1_0 = false;
    bool keep_alive = true;
    bool expects_continue = false;
};

struct GateRules {
    std::vector<std::string> hosts;  // in lower case, without port
    std::size_t header_count = 64;
    std::size_t query_bytes = 2 * 1024;
};

// `block` is everything up to and including the empty line.
std::expected<Head, GateRefusal> inspect_head(std::string_view block, const GateRules& rules);

// Finds where a head ends while its bytes arrive, and stops at the first byte that no head may contain.
class HeadScanner {
 public:
    enum class State { incomplete, complete, malformed };
    // `bytes` is all that was received since the head began; only the new part is looked at.
    State scan(std::string_view bytes);
    // Size of the head with its empty line, once complete.
    std::size_t size() const { return at_; }

 private:
    std::size_t at_ = 0;
    bool line_is_empty_ = true;
    bool first_line_ = true;
    bool after_return_ = false;
};

}  // namespace maillage::platform::http
