#pragma once

#include <expected>
#include <string>
#include <string_view>

#include "platform/http/message.hpp"

namespace maillage::platform::http {

// What a request asks for: a canonical path and its query, each decoded once.
struct Target {
    std::string path;  // begins with '/'; no empty, "." or ".." segment; a last '/' is kept
    Fields query;
};

enum class TargetRefusal {
    not_origin_form,
    bad_character,
    bad_escape,
    not_utf8,
    not_canonical,
    query_too_long
};

// "/laval/actions?state=late". Only this form: no scheme, no authority, no "*", no fragment.
std::expected<Target, TargetRefusal> parse_target(std::string_view target, std::size_t query_limit);
// The pairs of a query or of an urlencoded form, decoded; refused when an escape is broken or not UTF-8.
std::expected<Fields, TargetRefusal> parse_pairs(std::string_view encoded, std::size_t count_limit);

}  // namespace maillage::platform::http
