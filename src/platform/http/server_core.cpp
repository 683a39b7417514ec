#include "platform/http/server_core.hpp"

#include <sodium.h>

#include <array>

#include "foundation/check.hpp"
#include "foundation/text.hpp"
#include "platform/http/breakdown.hpp"
#include "platform/http/cookies.hpp"
#include "platform/http/response_head.hpp"

namespace maillage::platform::http {
namespace {

std::string random_id() {
    std::array<unsigned char, 8> bytes{};
    randombytes_buf(bytes.data(), bytes.size());
    std::array<char, 17> hex{};
    sodium_bin2hex(hex.data(), hex.size(), bytes.data(), bytes.size());
    return {hex.data(), 16};
}

GateRules rules_of(const ServerOptions& options) {
    return {.hosts = options.hosts,
            .header_count = options.limits.header_count,
            .query_bytes = options.limits.query_bytes};
}

// Written by whoever connects: true only when the proxy on our own socket overwrote them.
constexpr std::array<std::string_view, 5> forwarding{"x-forwarded-for", "x-forwarded-host",
                                                     "x-forwarded-proto", "x-real-ip", "forwarded"};

bool looks_like_address(std::string_view text) {
    const auto allowed = [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F') || c == '.' ||
               c == ':';
    };
    return !text.empty() && text.size() <= 45 && std::ranges::all_of(text, allowed);
}

}  // namespace

ServerCore::ServerCore(ServerOptions given, Handler handle)
    : options(std::move(given)),
      handler(std::move(handle)),
      rules(rules_of(options)),
      security(options.security),
      pool(options.workers, options.limits.queue) {
    foundation::check(options.io_threads > 0, "a server has at least one io thread");
    foundation::check(sodium_init() >= 0, "libsodium starts");
}

Request ServerCore::make_request(Head head, const std::string& peer) const {
    Request request{.method = head.method,
                    .path = std::move(head.target.path),
                    .query = std::move(head.target.query),
                    .headers = {},
                    .cookies = parse_cookies(head.headers.get("cookie")),
                    .body = {},
                    .params = {},
                    .route = {},
                    .id = options.request_id ? options.request_id() : random_id(),
                    .peer = peer};
    if (!options.unix_socket.empty()) {
        const std::string_view said = head.headers.get("x-forwarded-for");
        // The proxy writes one address; a list would mean that it appended to the client's own words.
        request.peer = looks_like_address(said) ? std::string(said) : "unknown";
    }
    for (const auto& [name, value] : head.headers.pairs())
        if (std::ranges::find(forwarding, name) == forwarding.end()) request.headers.add(name, value);
    return request;
}

Response ServerCore::answer(Request& request) const {
    std::exception_ptr thrown;
    try {
        Response response = handler(request);
        check_headers(response);
        return response;
    } catch (...) {
        thrown = std::current_exception();
    }
    try {
        if (options.on_breakdown) {
            Response response = options.on_breakdown(request, thrown);
            check_headers(response);
            return response;
        }
    } catch (...) {
        // The page of the breakdown needs what broke down: the plain answer says the same.
        return plain_breakdown(request, thrown);
    }
    return plain_breakdown(request, thrown);
}

std::optional<std::string> ServerCore::next_event(const Request& request, const EventStream& events) const {
    try {
        return events.next();
    } catch (...) {
        if (options.on_breakdown) options.on_breakdown(request, std::current_exception());
        return std::nullopt;
    }
}

Response ServerCore::refusal(const Request& request, int status) const {
    if (!options.on_refusal) return plain_refusal(status);
    try {
        Response response = options.on_refusal(request, status);
        check_headers(response);
        return response;
    } catch (...) {
        return plain_refusal(status);
    }
}

void ServerCore::answered(const Request& request, const Response& response,
                          std::chrono::steady_clock::time_point since, std::string_view refusal) const {
    if (!options.on_answered) return;
    const auto took =
        std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - since);
    options.on_answered({.method = request.method,
                         .route = request.route,
                         .status = response.status,
                         .refusal = refusal,
                         .took = took,
                         .id = request.id});
}

std::size_t ServerCore::body_limit(const Request& request) const {
    const std::string_view type = request.headers.get("content-type");
    const bool upload = foundation::folded(type.substr(0, type.find(';'))) == "multipart/form-data";
    return upload ? options.limits.upload_bytes : options.limits.body_bytes;
}

bool Counted::add(std::size_t count, std::size_t limit) {
    std::size_t seen = total_.load();
    do {
        if (seen + count > limit) return false;
    } while (!total_.compare_exchange_weak(seen, seen + count));
    held_ += count;
    return true;
}

}  // namespace maillage::platform::http
