#include "platform/http/target.hpp"

#include "foundation/result.hpp"
#include "foundation/text.hpp"
#include "platform/http/form_data.hpp"

namespace maillage::platform::http {
namespace {

constexpr std::size_t most_pairs = 500;

bool is_alphanumeric(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

// RFC 3986 pchar; '%' is looked at when decoding.
bool may_stand_in_path(char c) {
    return is_alphanumeric(c) || std::string_view("-._~!$&'()*+,;=:@%/").contains(c);
}

// Browsers leave some characters outside RFC 3986 as typed in a query: harmless, since it is decoded once and
// never sent on.
bool may_stand_in_query(char c) { return may_stand_in_path(c) || std::string_view("?[]{}|^`\\").contains(c); }

std::expected<std::string, TargetRefusal> decode_segment(std::string_view encoded) {
    auto segment = decode_escapes(encoded);
    if (!segment) return std::unexpected(TargetRefusal::bad_escape);
    if (!foundation::is_clean_utf8(*segment)) return std::unexpected(TargetRefusal::not_utf8);
    // An encoded separator would mean one thing to a proxy and another to the router.
    const auto ambiguous = [](char c) { return c == '/' || c == '\\' || c == '\x7F' || (c >= 0 && c < ' '); };
    if (std::ranges::any_of(*segment, ambiguous)) return std::unexpected(TargetRefusal::not_canonical);
    if (*segment == "." || *segment == "..") return std::unexpected(TargetRefusal::not_canonical);
    return std::move(*segment);
}

// Split first, then decode each segment, once.
std::expected<std::string, TargetRefusal> decode_path(std::string_view encoded) {
    if (!std::ranges::all_of(encoded, may_stand_in_path))
        return std::unexpected(TargetRefusal::bad_character);
    std::string path;
    const auto segments = foundation::split(encoded.substr(1), '/');
    for (std::size_t i = 0; i < segments.size(); ++i) {
        const bool last = i + 1 == segments.size();
        if (segments[i].empty() && !last) return std::unexpected(TargetRefusal::not_canonical);
        path += '/';
        path += TRY(decode_segment(segments[i]));
    }
    return path;
}

std::expected<std::string, TargetRefusal> decode_text(std::string_view encoded) {
    auto text = decode_component(encoded);
    if (!text) return std::unexpected(TargetRefusal::bad_escape);
    if (!foundation::is_clean_utf8(*text)) return std::unexpected(TargetRefusal::not_utf8);
    return std::move(*text);
}

}  // namespace

std::expected<Fields, TargetRefusal> parse_pairs(std::string_view encoded, std::size_t count_limit) {
    Fields pairs;
    std::size_t count = 0;
    while (!encoded.empty()) {
        const std::string_view pair = encoded.substr(0, encoded.find('&'));
        encoded.remove_prefix(std::min(pair.size() + 1, encoded.size()));
        if (pair.empty()) continue;
        if (++count > count_limit) return std::unexpected(TargetRefusal::query_too_long);
        const std::size_t equals = std::min(pair.find('='), pair.size());
        std::string name = TRY(decode_text(pair.substr(0, equals)));
        std::string value = TRY(decode_text(pair.substr(std::min(equals + 1, pair.size()))));
        pairs.add(std::move(name), std::move(value));
    }
    return pairs;
}

std::expected<Target, TargetRefusal> parse_target(std::string_view target, std::size_t query_limit) {
    if (target.empty() || target.front() != '/') return std::unexpected(TargetRefusal::not_origin_form);
    const std::size_t mark = std::min(target.find('?'), target.size());
    const std::string_view query = target.substr(std::min(mark + 1, target.size()));
    if (query.size() > query_limit) return std::unexpected(TargetRefusal::query_too_long);
    if (!std::ranges::all_of(query, may_stand_in_query)) return std::unexpected(TargetRefusal::bad_character);
    std::string path = TRY(decode_path(target.substr(0, mark)));
    Fields pairs = TRY(parse_pairs(query, most_pairs));
    return Target{.path = std::move(path), .query = std::move(pairs)};
}

}  // namespace maillage::platform::http
