#include "platform/http/security_headers.hpp"

#include <fmt/core.h>

namespace maillage::platform::http {
namespace {

constexpr std::string_view policy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; "
    "require-trusted-types-for 'script'; trusted-types default";

constexpr std::string_view everything_off =
    "accelerometer=(), autoplay=(), camera=(), clipboard-read=(), display-capture=(), encrypted-media=(), "
    "fullscreen=(self), gamepad=(), gyroscope=(), hid=(), idle-detection=(), magnetometer=(), microphone=(), "
    "midi=(), payment=(), picture-in-picture=(), publickey-credentials-get=(self), screen-wake-lock=(), "
    "serial=(), usb=(), xr-spatial-tracking=()";

bool names(const Response& response, std::string_view name) {
    return std::ranges::any_of(response.headers, [&](const auto& header) { return header.first == name; });
}

void set(Response& response, std::string_view name, std::string value) {
    std::erase_if(response.headers, [&](const auto& header) { return header.first == name; });
    response.headers.emplace_back(name, std::move(value));
}

}  // namespace

SecurityHeaders::SecurityHeaders(const SecurityOptions& options) {
    const bool residents = options.site == Site::residents;
    std::string csp(policy);
    if (residents) csp += "; manifest-src 'self'";
    if (!options.reports.empty()) {
        csp += "; report-to csp";
        pairs_.emplace_back("reporting-endpoints", fmt::format("csp=\"{}\"", options.reports));
    }
    pairs_.emplace_back("content-security-policy", std::move(csp));
    pairs_.emplace_back("cross-origin-opener-policy", "same-origin");
    pairs_.emplace_back("cross-origin-embedder-policy", "require-corp");
    pairs_.emplace_back("cross-origin-resource-policy", "same-origin");
    pairs_.emplace_back("x-content-type-options", "nosniff");
    // Not no-referrer: browsers would then send "Origin: null" with our own forms.
    pairs_.emplace_back("referrer-policy", "same-origin");
    pairs_.emplace_back("x-frame-options", "DENY");
    pairs_.emplace_back("permissions-policy",
                        fmt::format("geolocation=({}), {}", residents ? "self" : "", everything_off));
    pairs_.emplace_back("cache-control", "no-store");
    pairs_.emplace_back("x-robots-tag", "noindex");
    if (options.transport == Transport::behind_tls)
        pairs_.emplace_back("strict-transport-security", "max-age=63072000; includeSubDomains");
}

void SecurityHeaders::append_to(std::string& head, const Response& response) const {
    for (const auto& [name, value] : pairs_)
        if (!names(response, name)) head.append(name).append(": ").append(value).append("\r\n");
}

void cache_forever(Response& response) {
    set(response, "cache-control", "public, max-age=31536000, immutable");
    set(response, "x-robots-tag", "all");
}

void cache_publicly(Response& response, std::chrono::seconds age) {
    if (names(response, "set-cookie")) return;
    set(response, "cache-control", fmt::format("public, max-age={}", age.count()));
    set(response, "x-robots-tag", "all");
}

}  // namespace maillage::platform::http
