#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "platform/html/builder.hpp"

namespace maillage::platform::html {

// The squares of a QR code (ISO/IEC 18004, correction level M), row by row.
struct QrCode {
    int width = 0;
    std::vector<bool> dark;
};
// For a text that fits, up to about 2 300 bytes; a longer one is a Bug.
QrCode qr_code(std::string_view text);
// Drawn black on white in both themes, with the quiet zone that cameras need. `label` says what it holds to
// who does not see it.
void qr_figure(Out& out, std::string_view text, std::string_view label);

}  // namespace maillage::platform::html
