#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "platform/http/message.hpp"

namespace maillage::platform::http {

// `form-data; name="a"; filename="b.pdf"`: the value in front, in lower case, and its parameters.
struct ParameterisedValue {
    std::string value;
    Fields parameters;  // names in lower case
};

// Nothing when a quote is left open, or a parameter has no '=' or no name.
std::optional<ParameterisedValue> parse_parameters(std::string_view text);

}  // namespace maillage::platform::http
