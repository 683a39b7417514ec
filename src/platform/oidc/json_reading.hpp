#pragma once

#include <boost/json.hpp>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

// Members of the JSON objects that a provider sends; included by this folder's .cpp files alone.
namespace maillage::platform::oidc {

// Nothing when `text` is not one JSON object.
std::optional<boost::json::object> object_of(std::string_view text);
// Nothing when there is no such member, or it is no text.
std::optional<std::string_view> text_of(const boost::json::object& read, std::string_view name);
std::optional<std::int64_t> whole_number_of(const boost::json::object& read, std::string_view name);
// The texts of a list; one text alone counts as a list of it. Nothing when there is anything else in it.
std::optional<std::vector<std::string_view>> texts_of(const boost::json::object& read, std::string_view name);

}  // namespace maillage::platform::oidc
