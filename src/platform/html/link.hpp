#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

#include "platform/http/message.hpp"

namespace maillage::platform::html {

using Replaced = std::pair<std::string_view, std::string_view>;

// `path` with the query it has, some fields replaced (an empty value takes the field out). Filters, sorting
// and pages are links made this way: the whole state of a list is in its address.
std::string link(std::string_view path, const http::Fields& query,
                 std::initializer_list<Replaced> replaced = {});
// The characters that RFC 3986 lets stand in a query's value; the others as %XX.
std::string percent_encoded(std::string_view text);

}  // namespace maillage::platform::html
