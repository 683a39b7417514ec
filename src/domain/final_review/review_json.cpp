#include "domain/final_review/review.hpp"
#include "domain/final_review/review_routes.hpp"
#include "platform/json_writer.hpp"

// The twins of the final review's pages.
namespace maillage::final_review {
namespace {

namespace db = platform::db;
namespace http = platform::http;
using identity::Call;
using platform::JsonWriter;

std::string_view name_of(WindowState state) {
    switch (state) {
    case WindowState::not_set: return "not_set";
    case WindowState::not_yet_open: return "not_yet_open";
    case WindowState::open: return "open";
    case WindowState::past: return "past";
    }
    __builtin_unreachable();
}

std::string day_of(const Call& call, const std::optional<foundation::Instant>& at) {
    return at ? call.words.today(*at).iso() : std::string();
}

void write_action(JsonWriter& json, const Call& call, const strategy::ActionCourse& action) {
    json.begin_object()
        .member("code", action.code)
        .member("title", action.title)
        .member("state", action.state)
        .member("progress", action.progress)
        .member("late", action.late)
        .key("stages")
        .begin_array();
    for (const auto& stage : action.stages)
        json.begin_object()
            .member("state", stage.state)
            .member("since", day_of(call, stage.since))
            .end_object();
    json.end_array()
        .member("news", action.news)
        .member("last_news_on", day_of(call, action.last_news_at))
        .member("last_news", action.last_news)
        .end_object();
}

void write_indicator(JsonWriter& json, const LinkedIndicator& one) {
    json.begin_object()
        .member("code", one.told.code)
        .member("name", one.told.name)
        .member("group", one.told.group)
        .member("baseline", one.told.baseline)
        .member("latest", one.told.latest)
        .member("target", one.told.target)
        .member("outcome", indicators::name_of(one.told.outcome))
        .key("sentences")
        .begin_array();
    for (const std::string& sentence : one.told.sentences) json.value(sentence);
    json.end_array().key("actions").begin_array();
    for (const std::string& code : one.actions) json.value(code);
    json.end_array().end_object();
}

void write_part(JsonWriter& json, const Call& call, const Part& part) {
    json.begin_object()
        .member("part", part.key)
        .member("title", part.title)
        .member("text", part.text ? part.text->body : std::string())
        .member("version", part.text ? *part.text->version : 0)
        .key("actions")
        .begin_array();
    for (const strategy::ActionCourse& action : part.actions) write_action(json, call, action);
    json.end_array().key("indicators").begin_array();
    for (const LinkedIndicator& one : part.indicators) write_indicator(json, one);
    json.end_array().end_object();
}

}  // namespace

http::Response review_json(Call& call) {
    const Review review = in_transaction(call, [&](db::Tx& tx) { return read_review(tx, call); });
    JsonWriter json;
    json.begin_object()
        .member("window", name_of(review.state))
        .member("opens", review.window ? review.window->opens.iso() : std::string())
        .member("closes", review.window ? review.window->closes.iso() : std::string())
        .key("parts")
        .begin_array();
    for (const Part& part : review.parts) write_part(json, call, part);
    json.end_array().key("snapshots").begin_array();
    for (const snapshots::Head& head : review.snapshots)
        json.begin_object()
            .member("number", head.number)
            .member("title", head.title)
            .member("taken_on", day_of(call, head.taken_at))
            .end_object();
    json.end_array().end_object();
    return http::Response::json(json.take());
}

http::Response text_history_json(Call& call) {
    return in_transaction(call, [&](db::Tx& tx) -> http::Response {
        const std::string_view part = call.request.param("part");
        if (!title_of_part(tx, call, part)) return http::Response::refused(404);
        JsonWriter json;
        json.begin_object().member("part", part).key("texts").begin_array();
        for (const Text& text : texts_of(tx, call.actor, part))
            json.begin_object()
                .member("version", text.version)
                .member("seen", text.seen)
                .member("author", text.author)
                .member("written_at", call.words.time(text.written_at))
                .member("body", text.body)
                .end_object();
        json.end_array().end_object();
        return http::Response::json(json.take());
    });
}

}  // namespace maillage::final_review
