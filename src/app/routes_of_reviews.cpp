#include "app/routes_of_reviews.hpp"

#include "domain/final_review/review_routes.hpp"
#include "domain/strategy/action_list_routes.hpp"

// The end of the strategy: its last day, what it became, the coordinator's texts, the documents.
namespace maillage::app {
namespace {

using identity::Act;
using platform::http::Method;

const Route agents[] = {
    {Method::get, "/{council}/strategy/end", Act::edit_strategy, strategy::show_end},
    {Method::post, "/{council}/strategy/end", Act::edit_strategy, strategy::submit_end},
    {Method::get, "/{council}/final-review", Act::read_indicators, final_review::show_review,
     final_review::review_json, "final_review.twin.review"},
    {Method::post, "/{council}/final-review/document", Act::read_indicators, final_review::order_document},
    {Method::get, "/{council}/final-review/texts/{part}", Act::write_final_review, final_review::show_text},
    {Method::post, "/{council}/final-review/texts/{part}", Act::write_final_review,
     final_review::submit_text},
    {Method::post, "/{council}/final-review/texts/{part}/preview", Act::write_final_review,
     final_review::preview_text},
    {.method = Method::post,
     .pattern = "/{council}/drafts/final-review/{part}",
     .act = Act::write_final_review,
     .page = final_review::save_text_draft,
     .once = Route::Once::no},
    {Method::get, "/{council}/final-review/texts/{part}/history", Act::read_indicators,
     final_review::show_text_history, final_review::text_history_json, "final_review.twin.history"},
    {Method::get, "/{council}/final-review/texts/{part}/conflicts/{conflict}", Act::write_final_review,
     final_review::show_conflict},
    {Method::post, "/{council}/final-review/texts/{part}/conflicts/{conflict}", Act::write_final_review,
     final_review::settle_conflict},
};

}  // namespace

std::span<const Route> routes_of_reviews() { return agents; }

}  // namespace maillage::app
