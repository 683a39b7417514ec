#include "platform/html/qr_code.hpp"

#include <qrencode.h>

#include <memory>

#include "foundation/check.hpp"

namespace maillage::platform::html {
namespace {

constexpr int quiet = 4;  // modules, ISO/IEC 18004 § 6.3.8

struct Freed {
    void operator()(QRcode* code) const { QRcode_free(code); }
};

// One path for all squares: a run of a row is one rectangle.
std::string path_of(const QrCode& code) {
    std::string path;
    for (int row = 0; row < code.width; ++row)
        for (int column = 0, run = 0; column < code.width; column += run > 0 ? run : 1) {
            run = 0;
            while (column + run < code.width &&
                   code.dark[static_cast<std::size_t>(row * code.width + column + run)])
                ++run;
            if (run > 0)
                path += "M" + std::to_string(column + quiet) + " " + std::to_string(row + quiet) + "h" +
                        std::to_string(run) + "v1h-" + std::to_string(run) + "z";
        }
    return path;
}

}  // namespace

QrCode qr_code(std::string_view text) {
    const std::unique_ptr<QRcode, Freed> made(QRcode_encodeData(
        static_cast<int>(text.size()), reinterpret_cast<const unsigned char*>(text.data()), 0, QR_ECLEVEL_M));
    foundation::check(made != nullptr, "a text that a QR code can hold");
    QrCode code{.width = made->width, .dark = {}};
    const int squares = made->width * made->width;
    // The lowest bit is the colour; the others say what the square is for.
    for (int at = 0; at < squares; ++at) code.dark.push_back((made->data[at] & 1U) != 0);
    return code;
}

void qr_figure(Out& out, std::string_view text, std::string_view label) {
    const QrCode code = qr_code(text);
    const std::string side = std::to_string(code.width + 2 * quiet), box = "0 0 " + side + " " + side,
                      path = path_of(code);
    el(out, "svg",
       {a("class", "qr"), a("viewBox", box), a("role", "img"), a("aria-label", label), a("width", "220"),
        a("height", "220"), a("shape-rendering", "crispEdges")},
       [&](Out& svg) {
           el(svg, "rect", {a("width", side), a("height", side), a("fill", "#fff")}, "");
           el(svg, "path", {a("d", path), a("fill", "#000")}, "");
       });
}

}  // namespace maillage::platform::html
