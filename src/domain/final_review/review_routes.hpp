#pragma once

#include "domain/identity/api.hpp"

// The pages of the final review, its texts and its documents.
namespace maillage::final_review {

platform::html::Answer show_review(identity::Call& call);
platform::http::Response review_json(identity::Call& call);
// Leads to the page of the job that makes the document.
platform::html::Answer order_document(identity::Call& call);

platform::html::Answer show_text(identity::Call& call);
platform::html::Answer submit_text(identity::Call& call);
platform::html::Answer preview_text(identity::Call& call);
platform::html::Answer save_text_draft(identity::Call& call);
platform::html::Answer show_text_history(identity::Call& call);
platform::http::Response text_history_json(identity::Call& call);
// Two people wrote the same text: both, side by side; then one, the other, or both.
platform::html::Answer show_conflict(identity::Call& call);
platform::html::Answer settle_conflict(identity::Call& call);

}  // namespace maillage::final_review
