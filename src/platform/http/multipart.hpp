#pragma once

#include <expected>
#include <string_view>

#include "platform/http/form_data.hpp"

namespace maillage::platform::http {

// The parts of a multipart/form-data body (RFC 7578, as browsers write it). Field values are left as sent.
std::expected<FormData, FormRefusal> parse_multipart(std::string_view content_type, std::string_view body);

}  // namespace maillage::platform::http
