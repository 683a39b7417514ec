#include "domain/snapshots/content_json.hpp"
#include "domain/snapshots/snapshot_pages.hpp"
#include "domain/snapshots/snapshot_routes.hpp"
#include "domain/snapshots/snapshot_store.hpp"
#include "domain/snapshots/snapshot_words.hpp"

// The twins of the pages.
namespace maillage::snapshots {
namespace {

namespace db = platform::db;
namespace http = platform::http;
using identity::Call;
using indicators::Figure;
using platform::JsonWriter;

void write_head(JsonWriter& json, const Call& call, const Head& head) {
    json.member("number", head.number)
        .member("title", head.title)
        .member("occasion", name_of(head.occasion))
        .member("body", head.body)
        .member("meeting_on", head.meeting_on ? head.meeting_on->iso() : std::string())
        .member("taken_at", call.words.time(head.taken_at))
        .member("author", head.author)
        .member("fingerprint", head.fingerprint);
}

void write_figure(JsonWriter& json, std::string_view name, const std::optional<Figure>& figure) {
    json.key(name);
    if (!figure) {
        json.null();
        return;
    }
    json.begin_object()
        .member("period", written(figure->period))
        .member("perimeter", figure->perimeter)
        .member("value", figure->withheld ? std::nullopt : std::optional(figure->value))
        .member("of", figure->of)
        .member("withheld", indicators::withheld_name(figure->withheld))
        .member("provisional", figure->provisional)
        .end_object();
}

void write_action(JsonWriter& json, std::string_view name, const FrozenAction* action) {
    json.key(name);
    if (action == nullptr) {
        json.null();
        return;
    }
    json.begin_object()
        .member("state", action->state)
        .member("progress", action->progress)
        .member("late", action->late)
        .end_object();
}

void write_differences(JsonWriter& json, const Call& call, const Differences& found) {
    json.key("indicators").begin_array();
    for (const IndicatorChange& change : found.indicators) {
        json.begin_object()
            .member("code", change.known().indicator.definition.code)
            .member("name", change.known().indicator.definition.name)
            .member("outcome", name_of(change.outcome));
        write_figure(json, "before", change.before);
        write_figure(json, "after", change.after);
        json.key("sentences").begin_array();
        for (const std::string& sentence : in_words(call.words, change)) json.value(sentence);
        json.end_array().end_object();
    }
    json.end_array().member("unmoved", found.unmoved).key("actions").begin_array();
    for (const ActionChange& change : found.actions) {
        json.begin_object().member("code", change.known().code).member("title", change.known().title);
        write_action(json, "before", change.earlier);
        write_action(json, "after", change.later);
        json.end_object();
    }
    json.end_array();
}

}  // namespace

http::Response snapshots_json(Call& call) {
    const auto heads = in_transaction(call, [&](db::Tx& tx) { return snapshot_list(tx, call.actor); });
    JsonWriter json;
    json.begin_object().key("snapshots").begin_array();
    for (const Head& head : heads) {
        json.begin_object();
        write_head(json, call, head);
        json.end_object();
    }
    json.end_array().end_object();
    return http::Response::json(json.take());
}

http::Response snapshot_json(Call& call) {
    const auto found = asked_snapshot(call);
    if (!found) return http::Response::refused(404);
    JsonWriter json;
    json.begin_object();
    write_head(json, call, found->head);
    write_members(json, found->content);
    json.end_object();
    return http::Response::json(json.take());
}

http::Response comparison_json(Call& call) {
    const AskedComparison asked = asked_comparison(call);
    if (asked.unknown()) return http::Response::refused(404);
    JsonWriter json;
    json.begin_object().member("earlier", asked.chosen.earlier).member("later", asked.chosen.later);
    const bool both = asked.earlier && asked.later;
    write_differences(json, call,
                      both ? differences(asked.earlier->content, asked.later->content) : Differences{});
    json.end_object();
    return http::Response::json(json.take());
}

}  // namespace maillage::snapshots
