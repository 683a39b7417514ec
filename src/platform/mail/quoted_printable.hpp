#pragma once

#include <string>
#include <string_view>

namespace maillage::platform::mail {

// "=C3": RFC 2045, 6.7, in capitals.
std::string as_hexadecimal(char byte);

// The body of a mail in quoted-printable (RFC 2045, 6.7): lines of 76 characters at most, ended by CRLF
// whichever end they had, no space before one. A dot alone or "From " at the head of a line is written so
// that no relay takes it for its own.
std::string quoted_printable(std::string_view text);

}  // namespace maillage::platform::mail
