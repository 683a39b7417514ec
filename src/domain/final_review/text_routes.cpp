
#include "domain/final_review/review.hpp"
#include "domain/final_review/review_page.hpp"
#include "domain/final_review/review_routes.hpp"
#include "domain/final_review/text_pages.hpp"
#include "foundation/text.hpp"
#include "foundation/whole_number.hpp"

namespace maillage::final_review {
namespace {

namespace db = platform::db;
namespace html = platform::html;
namespace http = platform::http;
using html::Answer;
using identity::Act;
using identity::Call;

// 0 for what is no number of ours.
std::int64_t number_of(std::string_view text) {
    constexpr std::int64_t most = 1'000'000'000;
    const auto value = foundation::whole_number<std::int64_t>(text).value_or(0);
    return value > 0 && value <= most ? value : 0;
}

// Runs `work(tx, part)` on the part that the address names; not found without one.
template <class Work>
Answer on_part(Call& call, Work&& work) {
    return in_transaction(call, [&](db::Tx& tx) -> Answer {
        const std::string key(call.request.param("part"));
        auto title = title_of_part(tx, call, key);
        if (!title) return http::Response::refused(404);
        return work(tx, NamedPart{.key = key, .title = *std::move(title)});
    });
}

// Nothing after the last word.
std::string typed_text(const Call& call) {
    std::string text(call.form.fields.get("review_text"));
    while (!text.empty() && (text.back() == '\n' || text.back() == ' ')) text.pop_back();
    return text;
}

html::FormState typed(const Call& call) {
    html::FormState state;
    state.values.add("review_text", typed_text(call));
    state.values.add("version", std::string(call.form.fields.get("version")));
    const std::string_view text = state.value("review_text");
    if (foundation::length_in_characters(text) > longest_text)
        state.refuse("review_text", call.words("final_review.text.too_long",
                                               {{"most", call.words.number(std::int64_t{longest_text})}}));
    return state;
}

Writing writing_of(const NamedPart& part, const html::FormState& state) {
    return {.part = part.key, .body = state.value("review_text"), .seen = number_of(state.value("version"))};
}

http::Response after(const Call& call, const NamedPart& part, const Kept& kept) {
    if (kept.written) return http::Response::see_other(call.path("/final-review#p-" + part.key));
    return http::Response::see_other(
        text_path(call, part.key, "/conflicts/" + std::to_string(kept.id.value)));
}

}  // namespace

Answer show_text(Call& call) {
    return on_part(call, [&](db::Tx& tx, const NamedPart& part) -> Answer {
        const std::vector<Text> texts = texts_of(tx, call.actor, part.key);
        const Text* latest = latest_of(texts);
        const Text* from = text_of(texts, TextId(number_of(call.request.query.get("from"))));
        const Text* shown = from == nullptr ? latest : from;
        TextForm form{.part = part, .state = {}, .draft = find_draft(tx, call.actor, part.key)};
        std::string body = shown == nullptr ? std::string() : shown->body;
        std::int64_t seen = latest == nullptr ? 0 : *latest->version;
        if (form.draft && call.request.query.get("draft") == "1") {
            body = form.draft->body;
            seen = form.draft->seen;
            form.draft.reset();
        }
        form.state.values.add("review_text", body);
        form.state.values.add("version", std::to_string(seen));
        return text_page(call, form);
    });
}

Answer submit_text(Call& call) {
    return on_part(call, [&](db::Tx& tx, const NamedPart& part) -> Answer {
        html::FormState state = typed(call);
        if (!state.valid()) return text_page(call, {.part = part, .state = std::move(state)});
        const auto kept = keep_text(tx, call.actor, writing_of(part, state), call.now);
        if (!kept) return http::Response::refused(404);
        return after(call, part, *kept);
    });
}

Answer preview_text(Call& call) {
    return on_part(call, [&](db::Tx&, const NamedPart& part) -> Answer {
        html::FormState state = typed(call);
        const bool valid = state.valid();
        return text_page(call, {.part = part, .state = std::move(state), .preview = valid});
    });
}

Answer save_text_draft(Call& call) {
    return on_part(call, [&](db::Tx& tx, const NamedPart& part) -> Answer {
        const html::FormState state = typed(call);
        if (!state.valid()) return http::Response::text(413, "");
        save_draft(tx, call.actor, writing_of(part, state), call.now);
        return http::Response::text(204, "");
    });
}

Answer show_text_history(Call& call) {
    return on_part(call, [&](db::Tx& tx, const NamedPart& part) -> Answer {
        return text_history_page(call, part, texts_of(tx, call.actor, part.key));
    });
}

namespace {

// Runs `work(tx, conflict)` on the text that was set aside and the latest one.
template <class Work>
Answer on_conflict(Call& call, Work&& work) {
    return on_part(call, [&](db::Tx& tx, const NamedPart& part) -> Answer {
        const std::vector<Text> texts = texts_of(tx, call.actor, part.key);
        const Text* mine = text_of(texts, TextId(number_of(call.request.param("conflict"))));
        const Text* theirs = latest_of(texts);
        if (mine == nullptr || mine->version || theirs == nullptr) return http::Response::refused(404);
        return work(
            tx,
            Conflict{.part = part, .mine = *mine, .theirs = *theirs, .base = version_of(texts, mine->seen)});
    });
}

}  // namespace

Answer show_conflict(Call& call) {
    return on_conflict(
        call, [&](db::Tx&, const Conflict& conflict) -> Answer { return conflict_page(call, conflict); });
}

Answer settle_conflict(Call& call) {
    return on_conflict(call, [&](db::Tx& tx, const Conflict& conflict) -> Answer {
        if (call.form.fields.get("choice") != "mine") {
            delete_draft(tx, call.actor, conflict.part.key);
            return after(call, conflict.part, {.written = true});
        }
        const auto kept = keep_text(tx, call.actor,
                                    {.part = conflict.part.key,
                                     .body = conflict.mine.body,
                                     .seen = number_of(call.form.fields.get("version"))},
                                    call.now);
        if (!kept) return http::Response::refused(404);
        return after(call, conflict.part, *kept);
    });
}

}  // namespace maillage::final_review
