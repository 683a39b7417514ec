#include "domain/indicators/indicator_words.hpp"
#include "domain/indicators/key_figures_routes.hpp"
#include "domain/indicators/key_figures_store.hpp"
#include "domain/indicators/key_figures_words.hpp"
#include "domain/indicators/small_counts.hpp"
#include "platform/json_writer.hpp"

namespace maillage::indicators {
namespace {

namespace http = platform::http;
using identity::Call;
using platform::JsonWriter;

void write_figure(JsonWriter& json, const Call& call, const Reading& reading) {
    const Definition& about = reading.indicator.definition;
    const KeySaid said = key_said(call.words, reading);
    json.begin_object()
        .member("code", about.code)
        .member("name", about.name)
        .member("name_en", about.name_en)
        .member("standing", name_of(reading.indicator.standing))
        .member("unit", about.unit)
        .member("source", about.source)
        .member("perimeter", about.perimeter)
        .member("period", reading.pair ? written(reading.pair->later.period) : std::string())
        .member("value", reading.pair && !reading.pair->later.withheld
                             ? std::optional(reading.pair->later.value)
                             : std::nullopt)
        .member("of", reading.pair ? reading.pair->later.of : std::nullopt)
        .member("withheld", withheld_name(reading.pair ? reading.pair->later.withheld : std::nullopt))
        .member("provisional", reading.pair && reading.pair->later.provisional)
        .member("certainty", said.certainty)
        .member("missing", static_cast<std::int64_t>(reading.missing.size()));
    json.key("sentences").begin_array();
    for (const std::string& sentence : said.sentences) json.value(sentence);
    json.end_array().key("trend").begin_array();
    for (const double value : said.drawn) json.value(value);
    json.end_array().end_object();
}

void write_awaited(JsonWriter& json, const Awaited& awaited) {
    json.key("awaited").begin_object().key("groups_to_agree").begin_array();
    for (const std::string& group : awaited.groups) json.value(group);
    json.end_array()
        .member("suspended_actions", awaited.suspended)
        .member("supposed_seats", awaited.supposed_seats)
        .key("bodies_without_quorum")
        .begin_array();
    for (const governance::Body& body : awaited.without_quorum) json.value(body.code);
    json.end_array().end_object();
}

}  // namespace

http::Response key_figures_json(Call& call) {
    const KeyFigures read =
        in_transaction(call, [&](platform::db::Tx& tx) { return read_key_figures(tx, call); });
    JsonWriter json;
    json.begin_object().member("chosen", read.chosen).key("figures").begin_array();
    for (const Reading& reading : read.figures) write_figure(json, call, reading);
    json.end_array().key("meetings").begin_array();
    for (const governance::ExpectedMeeting& meeting : read.meetings)
        json.begin_object()
            .member("body", meeting.body.code)
            .member("from", meeting.from.iso())
            .member("to", meeting.to.iso())
            .end_object();
    json.end_array();
    write_awaited(json, read.awaited);
    json.end_object();
    return http::Response::json(json.take());
}

}  // namespace maillage::indicators
