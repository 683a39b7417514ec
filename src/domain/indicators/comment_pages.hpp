#pragma once

#include "domain/indicators/comment_store.hpp"
#include "platform/html/form.hpp"

namespace maillage::indicators {

// What is said of an indicator, and the forms by which more is; `state`: what was typed in one of them.
void comments_panel(platform::html::Out& out, const identity::Call& call, const Indicator& indicator,
                    const std::vector<Comment>& comments, const platform::html::FormState& state);

// Names of the fields: each comment of the page has its own.
inline constexpr std::string_view new_comment_field = "comment_text";
std::string comment_field(CommentId comment);
std::string reason_field(CommentId comment);

}  // namespace maillage::indicators
