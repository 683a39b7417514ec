#include "platform/http/gate.hpp"

#include <array>
#include <charconv>

#include "foundation/result.hpp"
#include "foundation/text.hpp"
#include "platform/http/method_names.hpp"

namespace maillage::platform::http {
namespace {

// RFC 9110 § 5.6.2.
bool is_token_character(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           std::string_view("!#$%&'*+-.^_`|~").contains(c);
}

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

std::string lowered(std::string_view text) {
    std::string copy(text);
    std::ranges::transform(copy, copy.begin(), lower);
    return copy;
}

std::string_view without_blanks(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
    return text;
}

bool takes_body(Method method) {
    return method == Method::post || method == Method::put || method == Method::patch;
}

std::expected<void, GateRefusal> read_request_line(std::string_view line, const GateRules& rules,
                                                   Head& head) {
    const auto parts = foundation::split(line, ' ');
    if (parts.size() != 3) return std::unexpected(GateRefusal::request_line);
    const auto* method =
        std::ranges::find(method_names, parts[0], &std::pair<Method, std::string_view>::second);
    if (method == method_names.end()) return std::unexpected(GateRefusal::unknown_method);
    head.method = method->first;
    if (parts[2] != "HTTP/1.1" && parts[2] != "HTTP/1.0") return std::unexpected(GateRefusal::version);
    head.http_1_0 = parts[2] == "HTTP/1.0";
    auto target = parse_target(parts[1], rules.query_bytes);
    if (!target) return std::unexpected(GateRefusal::target);
    head.target = std::move(*target);
    return {};
}

std::expected<void, GateRefusal> read_header_line(std::string_view line, Head& head) {
    // A line that begins with a blank would continue the one before (obs-fold): it has no name.
    const std::size_t colon = line.find(':');
    if (colon == 0 || colon == std::string_view::npos) return std::unexpected(GateRefusal::header_syntax);
    const std::string_view name = line.substr(0, colon);
    if (!std::ranges::all_of(name, is_token_character)) return std::unexpected(GateRefusal::header_syntax);
    // Some gateways turn '_' and '-' into one another: such a header could pass for a trusted one.
    if (!name.contains('_'))
        head.headers.add(lowered(name), std::string(without_blanks(line.substr(colon + 1))));
    return {};
}

// Headers that decide something: a second one would leave a doubt about which counts.
constexpr std::array<std::string_view, 12> once{
    "host",   "content-length", "transfer-encoding", "content-type",    "content-encoding", "expect",
    "cookie", "origin",         "sec-fetch-site",    "x-forwarded-for", "authorization",    "trailer"};

std::expected<void, GateRefusal> check_host(const Head& head, const GateRules& rules) {
    const auto value = head.headers.find("host");
    if (!value || value->empty()) return std::unexpected(GateRefusal::no_host);
    std::string_view host = *value;
    // "localhost:8080", "[::1]:8080"
    const std::size_t colon = host.rfind(':');
    if (colon != std::string_view::npos && !host.ends_with(']')) {
        const std::string_view port = host.substr(colon + 1);
        const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
        if (port.empty() || port.size() > 5 || !std::ranges::all_of(port, is_digit))
            return std::unexpected(GateRefusal::unknown_host);
        host = host.substr(0, colon);
    }
    if (std::ranges::find(rules.hosts, lowered(host)) == rules.hosts.end())
        return std::unexpected(GateRefusal::unknown_host);
    return {};
}

std::expected<void, GateRefusal> read_framing(Head& head) {
    const auto length = head.headers.find("content-length");
    const auto coding = head.headers.find("transfer-encoding");
    if (head.headers.find("trailer")) return std::unexpected(GateRefusal::framing);
    if (coding) {
        if (length || head.http_1_0 || lowered(*coding) != "chunked")
            return std::unexpected(GateRefusal::framing);
        head.framing = Framing::chunked;
    } else if (length) {
        const char* end = length->data() + length->size();
        const bool digits = std::ranges::all_of(*length, [](char c) { return c >= '0' && c <= '9'; });
        const auto [stop, error] = std::from_chars(length->data(), end, head.length);
        if (!digits || error != std::errc() || stop != end) return std::unexpected(GateRefusal::framing);
        if (head.length > 0) head.framing = Framing::length;
    }
    if (head.framing != Framing::none && !takes_body(head.method))
        return std::unexpected(GateRefusal::body_not_allowed);
    // A compressed body could unfold to any size.
    if (head.headers.find("content-encoding")) return std::unexpected(GateRefusal::content_encoding);
    return {};
}

std::expected<void, GateRefusal> read_connection(Head& head) {
    if (const auto expect = head.headers.find("expect")) {
        if (lowered(*expect) != "100-continue") return std::unexpected(GateRefusal::expectation);
        head.expects_continue = !head.http_1_0 && head.framing != Framing::none;
    }
    head.keep_alive = !head.http_1_0;
    for (const std::string_view line : head.headers.all("connection"))
        for (const std::string_view option : foundation::split(line, ',')) {
            const std::string word = lowered(without_blanks(option));
            if (word == "close") head.keep_alive = false;
            if (word == "keep-alive" && head.http_1_0) head.keep_alive = true;
        }
    return {};
}

}  // namespace

std::expected<Head, GateRefusal> inspect_head(std::string_view block, const GateRules& rules) {
    HeadScanner scanner;
    if (scanner.scan(block) != HeadScanner::State::complete || scanner.size() != block.size())
        return std::unexpected(GateRefusal::header_syntax);
    Head head;
    std::size_t count = 0;
    for (bool first = true; block != "\r\n"; first = false) {
        const std::size_t end = block.find("\r\n");
        const std::string_view line = block.substr(0, end);
        block.remove_prefix(end + 2);
        if (first) {
            TRY(read_request_line(line, rules, head));
            continue;
        }
        if (++count > rules.header_count) return std::unexpected(GateRefusal::too_many_headers);
        TRY(read_header_line(line, head));
    }
    for (const std::string_view name : once)
        if (head.headers.all(name).size() > 1) return std::unexpected(GateRefusal::repeated_header);
    TRY(check_host(head, rules));
    TRY(read_framing(head));
    TRY(read_connection(head));
    return head;
}

int status_of(GateRefusal refusal) { return refusal == GateRefusal::unknown_host ? 421 : 400; }

std::string_view name_of(GateRefusal refusal) {
    switch (refusal) {
    case GateRefusal::request_line: return "request_line";
    case GateRefusal::version: return "version";
    case GateRefusal::unknown_method: return "unknown_method";
    case GateRefusal::target: return "target";
    case GateRefusal::header_syntax: return "header_syntax";
    case GateRefusal::too_many_headers: return "too_many_headers";
    case GateRefusal::repeated_header: return "repeated_header";
    case GateRefusal::no_host: return "no_host";
    case GateRefusal::unknown_host: return "unknown_host";
    case GateRefusal::framing: return "framing";
    case GateRefusal::content_encoding: return "content_encoding";
    case GateRefusal::body_not_allowed: return "body_not_allowed";
    case GateRefusal::expectation: return "expectation";
    }
    __builtin_unreachable();
}

}  // namespace maillage::platform::http
