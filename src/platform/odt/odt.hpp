#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <expected>
#include <functional>
#include <string>
#include <string_view>

namespace maillage::platform::odt {

struct OdtOptions {
    std::string_view title;     // of the kind of document: it is in the file's metadata
    std::string_view contents;  // heading of the table of contents
    std::string_view language;  // Words::code()
    std::chrono::seconds time{30};
    std::size_t memory_bytes = std::size_t{512} << 20U;
    std::function<bool()> cancelled = {};
};

enum class OdtRefusal : std::uint8_t {
    unavailable,  // pandoc or the sandbox is missing
    timeout,
    too_large,
    failed,
    cancelled
};

// An OpenDocument text of the HTML that our builder wrote, with its table of contents, made by pandoc in the
// sandbox: 0.5 s, 70 MB. Text and tables alone: what would make pandoc read a file (an image, a frame) is
// refused as failed. Worker only.
std::expected<std::string, OdtRefusal> render_odt(std::string_view html, const OdtOptions& options);

}  // namespace maillage::platform::odt
