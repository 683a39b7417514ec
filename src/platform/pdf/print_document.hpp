#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "platform/html/builder.hpp"

namespace maillage::platform::pdf {

// The frame of a document for paper; classes of its content: web/print/print.css (cover, landscape, new-page,
// keep, number, badge, note, contents, page-reference, signature…).
struct PrintDocument {
    std::string_view
        title;  // of the kind of document; goes into the file's metadata: never a name of a person
    std::string_view language;  // Words::code()
    std::string_view head;      // top of each page: the council and the document
    std::string_view foot;      // bottom of each page: "copie de …", "données fictives"; may be empty
    enum class Paper : std::uint8_t { portrait, landscape } paper = Paper::portrait;
};

// Whole HTML around `body`, which begins with its <h1> or a cover.
std::string print_document(const PrintDocument& document, const html::Out& body);

}  // namespace maillage::platform::pdf
