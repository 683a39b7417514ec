#pragma once

#include <cstdint>
#include <expected>
#include <functional>
#include <string>
#include <string_view>

#include "platform/files/file_type.hpp"

// Takes out of an uploaded file what it says beside its content, and what would run: each kind in a sandboxed
// child of its own. Worker only.
//
// - Pictures are decoded and drawn again, at most 40 million points.
// - A PDF is written again by qpdf without author, XMP, JavaScript, actions other than links, attached files.
// - A zipped document is written again without author and thumbnail; its pictures are drawn again; one with
//   macros, a document type, an entry or a link that leads out of it is refused.
// - A text is left as it is: it says nothing of itself.
namespace maillage::platform::cleaning {

enum class CleaningRefusal : std::uint8_t {
    damaged,  // not read by what reads its kind
    too_many_points,
    encrypted,
    macros,
    outside,  // it names files or entities out of itself
    too_large,
    timeout,
    unavailable,  // the program or the sandbox is missing
    cancelled
};

std::expected<std::string, CleaningRefusal> clean(files::FileType type, std::string_view bytes,
                                                  const std::function<bool()>& cancelled = {});

}  // namespace maillage::platform::cleaning
