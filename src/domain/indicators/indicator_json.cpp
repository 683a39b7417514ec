#include "domain/indicators/board.hpp"
#include "domain/indicators/comment_store.hpp"
#include "domain/indicators/dashboard_page.hpp"
#include "domain/indicators/indicator_routes.hpp"
#include "domain/indicators/indicator_words.hpp"
#include "domain/indicators/small_counts.hpp"
#include "platform/json_writer.hpp"

// The twins of the pages of the indicators.
namespace maillage::indicators {
namespace {

namespace db = platform::db;
namespace http = platform::http;
using identity::Call;
using platform::JsonWriter;

void write_figure(JsonWriter& json, const Figure& figure) {
    json.begin_object()
        .member("period", written(figure.period))
        .member("perimeter", figure.perimeter)
        .member("value", figure.withheld ? std::nullopt : std::optional(figure.value))
        .member("of", figure.of)
        .member("withheld", withheld_name(figure.withheld))
        .member("provisional", figure.provisional)
        .member("note", figure.note)
        .member("source_line", figure.source_line)
        .end_object();
}

void write_definition(JsonWriter& json, const Indicator& indicator) {
    const Definition& said = indicator.definition;
    json.member("code", said.code)
        .member("group", said.group)
        .member("name", said.name)
        .member("name_en", said.name_en)
        .member("definition", said.definition)
        .member("kind", name_of(said.kind))
        .member("measure", name_of(said.measure))
        .member("unit", said.unit)
        .member("source", said.source)
        .member("perimeter", said.perimeter)
        .member("frequency", name_of(said.frequency))
        .member("owner", said.owner)
        .member("target", said.target)
        .member("wanted", name_of(said.wanted))
        .member("standing", name_of(indicator.standing))
        .member("agreed_on", indicator.agreed_on ? indicator.agreed_on->iso() : std::string())
        .member("agreed_in", indicator.agreed_in)
        .member("agreed_body", indicator.agreed_body)
        .member("has_owner", indicator.has_owner())
        .member("version", indicator.version);
}

void write_comparison(JsonWriter& json, const Call& call, const Reading& reading) {
    json.key("sentences").begin_array();
    if (reading.pair && reading.pair->earlier)
        if (const auto made = compare(reading.measure(), reading.pair->later, *reading.pair->earlier,
                                      reading.indicator.breaks))
            for (const std::string& sentence : in_words(call.words, reading.measure(), *made))
                json.value(sentence);
    json.end_array();
}

void write_reading(JsonWriter& json, const Call& call, const Reading& reading) {
    json.begin_object();
    write_definition(json, reading.indicator);
    json.key("figures").begin_array();
    for (const Figure& figure : reading.figures) write_figure(json, figure);
    json.end_array().key("missing").begin_array();
    for (const Period& period : reading.missing) json.value(written(period));
    json.end_array();
    write_comparison(json, call, reading);
    json.end_object();
}

std::string_view name_of_fault(SetFault fault) {
    switch (fault) {
    case SetFault::too_few: return "too_few";
    case SetFault::too_many: return "too_many";
    case SetFault::no_activity: return "no_activity";
    case SetFault::no_result: return "no_result";
    case SetFault::not_agreed: return "not_agreed";
    }
    __builtin_unreachable();
}

void write_section(JsonWriter& json, const Call& call, const Section& section) {
    json.member("group", section.group.code).member("name", section.group.name).key("faults").begin_array();
    if (!section.group.code.empty())
        for (const SetFault fault : section.judged.faults) json.value(name_of_fault(fault));
    json.end_array().key("indicators").begin_array();
    for (const Reading& reading : section.readings) write_reading(json, call, reading);
    json.end_array();
}

}  // namespace

http::Response dashboard_json(Call& call) {
    const auto board = in_transaction(call, [&](db::Tx& tx) { return read_board(tx, call); });
    JsonWriter json;
    json.begin_object().key("sections").begin_array();
    for (const Section& section : board) {
        json.begin_object();
        write_section(json, call, section);
        json.end_object();
    }
    json.end_array().end_object();
    return http::Response::json(json.take());
}

http::Response group_json(Call& call) {
    const auto section =
        in_transaction(call, [&](db::Tx& tx) { return read_section(tx, call, call.request.param("group")); });
    if (!section || section->group.code.empty()) return http::Response::refused(404);
    JsonWriter json;
    json.begin_object();
    write_section(json, call, *section);
    json.end_object();
    return http::Response::json(json.take());
}

http::Response missing_json(Call& call) {
    const auto board = in_transaction(call, [&](db::Tx& tx) { return read_summary(tx, call); });
    JsonWriter json;
    json.begin_object().key("missing").begin_array();
    for (const Section& section : board)
        for (const Reading& reading : section.readings)
            for (const Period& period : is_asked(call, reading) ? reading.missing : std::vector<Period>())
                json.begin_object()
                    .member("indicator", reading.indicator.definition.code)
                    .member("owner", reading.indicator.definition.owner)
                    .member("group", section.group.code)
                    .member("period", written(period))
                    .end_object();
    json.end_array().end_object();
    return http::Response::json(json.take());
}

http::Response indicator_json(Call& call) {
    return in_transaction(call, [&](db::Tx& tx) -> http::Response {
        const auto reading = read_one(tx, call, call.request.param("indicator"));
        if (!reading) return http::Response::refused(404);
        JsonWriter json;
        json.begin_object().key("indicator");
        write_reading(json, call, *reading);
        json.key("versions").begin_array();
        for (const DefinitionVersion& version : definitions_of(tx, call.actor, reading->indicator.id))
            json.begin_object()
                .member("version", version.version)
                .member("changed_at", call.words.time(version.changed_at))
                .member("author", version.changed_by)
                .member("definition", version.definition.definition)
                .end_object();
        json.end_array().key("comments").begin_array();
        for (const Comment& comment : comments_of(tx, call.actor, reading->indicator.id))
            json.begin_object()
                .member("at", call.words.time(comment.written_at))
                .member("author", comment.author)
                .member("text", comment.text)
                .member("removed", comment.removed_because)
                .end_object();
        json.end_array().end_object();
        return http::Response::json(json.take());
    });
}

}  // namespace maillage::indicators
