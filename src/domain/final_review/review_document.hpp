#pragma once

#include <string_view>

#include "domain/final_review/review.hpp"
#include "platform/html/builder.hpp"

namespace maillage::final_review {

// On paper the document has its own cover, contents and breaks; pandoc makes them for an OpenDocument text.
enum class Medium : std::uint8_t { paper, office };

struct DocumentOf {
    const Review& review;
    std::string_view council;
    foundation::Date today;
    Medium medium = Medium::paper;
};
platform::html::Out review_document(const platform::i18n::Words& words, const DocumentOf& document);

}  // namespace maillage::final_review
