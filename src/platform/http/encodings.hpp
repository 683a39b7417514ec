#pragma once

#include <string>
#include <string_view>

namespace maillage::platform::http {

enum class Encoding { identity, gzip, brotli };
enum class Effort { page, asset };  // a page is compressed for each answer, an asset once at start-up

// The best encoding that an Accept-Encoding header allows; a quality of 0 forbids (RFC 9110 § 12.5.3).
Encoding accepted_encoding(std::string_view header);
// "br", "gzip"; empty for identity.
std::string_view name_of(Encoding encoding);
std::string encoded(Encoding encoding, std::string_view bytes, Effort effort);

}  // namespace maillage::platform::http
