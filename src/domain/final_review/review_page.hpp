#pragma once

#include "domain/final_review/review.hpp"

namespace maillage::final_review {

platform::html::Page review_page(const identity::Call& call, const Review& review);

std::string text_path(const identity::Call& call, std::string_view part, std::string_view rest = {});

}  // namespace maillage::final_review
