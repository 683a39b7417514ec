#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <expected>
#include <functional>
#include <string>
#include <string_view>

namespace maillage::platform::pdf {

struct PdfOptions {
    std::string folder;  // that holds render.py and print.css: assets.folder + "/print"
    std::chrono::seconds time{60};
    std::size_t memory_bytes = std::size_t{768} << 20U;
    std::function<bool()> cancelled;
};

enum class PdfRefusal : std::uint8_t {
    unavailable,  // WeasyPrint, its templates or the sandbox are missing
    timeout,
    too_large,
    not_as_meant,  // WeasyPrint warned: a fault of the document's template or style
    failed,
    cancelled
};

// A tagged PDF of a document made by print_document(): the same HTML gives the same bytes. One process a
// document, in the sandbox: 1 to 2 s, 100 MB. Worker only.
std::expected<std::string, PdfRefusal> render_pdf(std::string_view html, const PdfOptions& options);

}  // namespace maillage::platform::pdf
