#include <algorithm>

#include "domain/indicators/comment_pages.hpp"
#include "domain/indicators/indicator_pages.hpp"
#include "domain/indicators/indicator_routes.hpp"
#include "foundation/text.hpp"
#include "foundation/whole_number.hpp"

namespace maillage::indicators {
namespace {

namespace db = platform::db;
namespace html = platform::html;
namespace http = platform::http;
using html::Answer;
using identity::Call;

// Comment 0 does not exist: a wrong number is answered like an unknown one.
CommentId comment_of(const Call& call) {
    return CommentId(foundation::whole_number<std::int64_t>(call.request.param("comment")).value_or(0));
}

// What was typed, refused when empty or too long.
std::string typed(const Call& call, html::FormState& state, const std::string& field, std::size_t most,
                  const std::string& label) {
    for (const auto& [name, value] : call.form.fields.pairs()) state.values.add(name, value);
    std::string text(foundation::trimmed(state.value(field)));
    if (text.empty()) state.refuse(field, call.words("indicators.refusal.needed"), label);
    if (foundation::length_in_characters(text) > most)
        state.refuse(field,
                     call.words("indicators.refusal.too_long",
                                {{"most", call.words.number(static_cast<std::int64_t>(most))}}),
                     label);
    return text;
}

// `work(tx, reading, state)`: whether the comment was written; nothing when the form is shown again.
template <class Work>
Answer on_comments(Call& call, Work&& work) {
    return in_transaction(call, [&](db::Tx& tx) -> Answer {
        const auto reading = read_one(tx, call, call.request.param("indicator"));
        if (!reading) return http::Response::refused(404);
        html::FormState state;
        const std::optional<bool> written = work(tx, reading->indicator, state);
        if (!written) return read_indicator_page(tx, call, *reading, {.comment = state});
        return *written ? http::Response::see_other(indicator_path(call, reading->indicator, "#comments"))
                        : http::Response::refused(404);
    });
}

}  // namespace

Answer submit_comment(Call& call) {
    return on_comments(
        call, [&](db::Tx& tx, const Indicator& indicator, html::FormState& state) -> std::optional<bool> {
            if (!may_comment(call.actor, indicator)) return false;
            const std::string text = typed(call, state, std::string(new_comment_field), longest_comment,
                                           call.words("indicators.comment.text"));
            if (!state.valid()) return std::nullopt;
            return add_comment(tx, call.actor, indicator, text, call.now);
        });
}

Answer change_own_comment(Call& call) {
    return on_comments(
        call, [&](db::Tx& tx, const Indicator& indicator, html::FormState& state) -> std::optional<bool> {
            const CommentId comment = comment_of(call);
            const auto all = comments_of(tx, call.actor, indicator.id);
            const auto own = std::ranges::find(all, comment, &Comment::id);
            if (own == all.end() || own->removed_at || own->account != call.actor.account ||
                !may_comment(call.actor, indicator))
                return false;
            const std::string field = comment_field(comment);
            const std::string text =
                typed(call, state, field, longest_comment, call.words("indicators.comment.text"));
            const auto seen = foundation::whole_number<int>(state.value("version")).value_or(0);
            if (state.valid() && seen != own->number)
                state.refuse(field, call.words("indicators.refusal.changed_since"),
                             call.words("indicators.comment.text"));
            if (!state.valid()) return std::nullopt;
            if (text == own->text) return true;
            return change_comment(tx, call.actor, indicator, {.comment = comment, .seen = seen, .text = text},
                                  call.now);
        });
}

Answer submit_comment_removal(Call& call) {
    return on_comments(
        call, [&](db::Tx& tx, const Indicator& indicator, html::FormState& state) -> std::optional<bool> {
            const CommentId comment = comment_of(call);
            const auto all = comments_of(tx, call.actor, indicator.id);
            if (std::ranges::find(all, comment, &Comment::id) == all.end()) return false;
            const std::string why = typed(call, state, reason_field(comment), longest_reason,
                                          call.words("indicators.comment.why"));
            if (!state.valid()) return std::nullopt;
            return remove_comment(tx, call.actor, indicator, comment, why, call.now);
        });
}

}  // namespace maillage::indicators
