#include "domain/snapshots/content_json.hpp"

namespace maillage::snapshots {
namespace {

using indicators::Definition;
using indicators::Figure;
using platform::JsonWriter;

std::string iso(const std::optional<foundation::Date>& day) { return day ? day->iso() : std::string(); }

void write(JsonWriter& json, std::string_view name, const std::vector<std::string>& texts) {
    json.key(name).begin_array();
    for (const std::string& text : texts) json.value(text);
    json.end_array();
}

void write(JsonWriter& json, std::string_view name, const InBoth& said) {
    json.key(name).begin_object();
    write(json, "fr", said.fr);
    write(json, "en", said.en);
    json.end_object();
}

void write_definition(JsonWriter& json, const Definition& said) {
    json.member("code", said.code)
        .member("group", said.group)
        .member("name", said.name)
        .member("name_en", said.name_en)
        .member("definition", said.definition)
        .member("definition_en", said.definition_en)
        .member("kind", name_of(said.kind))
        .member("measure", name_of(said.measure))
        .member("unit", said.unit)
        .member("unit_en", said.unit_en)
        .member("source", said.source)
        .member("source_en", said.source_en)
        .member("frequency", name_of(said.frequency))
        .member("owner", said.owner)
        .member("baseline", said.baseline)
        .member("baseline_period", said.baseline_period ? written(*said.baseline_period) : std::string())
        .member("target", said.target)
        .member("target_by", iso(said.target_by))
        .member("wanted", name_of(said.wanted))
        .member("method", said.method)
        .member("method_en", said.method_en)
        .member("limits", said.limits)
        .member("limits_en", said.limits_en)
        .member("computed", said.computed ? name_of(*said.computed) : std::string_view())
        .member("police_initiated", said.police_initiated)
        .member("perimeter", said.perimeter)
        .member("perimeter_en", said.perimeter_en);
}

// Without what is empty: most figures have no whole, no note and no source of their own.
void write_figure(JsonWriter& json, const Figure& figure) {
    json.begin_object()
        .member("period", written(figure.period))
        .member("value", figure.withheld ? std::nullopt : std::optional(figure.value));
    if (figure.withheld) json.member("withheld", indicators::withheld_name(figure.withheld));
    if (figure.of) json.member("of", *figure.of).member("of_perimeter", figure.of_perimeter);
    if (figure.provisional) json.member("provisional", true);
    const auto text = [&](std::string_view name, const std::string& content) {
        if (!content.empty()) json.member(name, content);
    };
    text("perimeter", figure.perimeter);
    text("note", figure.note);
    text("source_line", figure.source_line);
    json.end_object();
}

void write_indicator(JsonWriter& json, const FrozenIndicator& frozen) {
    json.begin_object();
    write_definition(json, frozen.indicator.definition);
    json.member("owner_name", frozen.indicator.owner_name)
        .member("standing", name_of(frozen.indicator.standing))
        .member("agreed_on", iso(frozen.indicator.agreed_on))
        .member("agreed_in", frozen.indicator.agreed_in)
        .member("version", frozen.indicator.version)
        .key("breaks")
        .begin_array();
    for (const int month : frozen.indicator.breaks) json.value(written(*indicators::Period::of(month, 1)));
    json.end_array().key("figures").begin_array();
    for (const Figure& figure : frozen.figures) write_figure(json, figure);
    json.end_array().key("missing").begin_array();
    for (const indicators::Period& period : frozen.missing) json.value(written(period));
    json.end_array();
    write(json, "said", frozen.said);
    json.end_object();
}

void write_group(JsonWriter& json, const FrozenGroup& group) {
    json.begin_object()
        .member("code", group.code)
        .member("name", group.name)
        .member("name_en", group.name_en);
    write(json, "faults", group.faults);
    json.key("indicators").begin_array();
    for (const FrozenIndicator& frozen : group.indicators) write_indicator(json, frozen);
    json.end_array().end_object();
}

void write_action(JsonWriter& json, const FrozenAction& action) {
    json.begin_object()
        .member("code", action.code)
        .member("title", action.title)
        .member("title_en", action.title_en)
        .member("group", action.group)
        .member("pilot", action.pilot)
        .member("state", action.state)
        .member("progress", action.progress)
        .member("late", action.late)
        .member("fictional", action.fictional)
        .member("due", iso(action.due))
        .member("news_on", iso(action.news_on))
        .end_object();
}

}  // namespace

void write_members(JsonWriter& json, const Content& content) {
    json.member("format", format_of_today).member("council", content.council).key("groups").begin_array();
    for (const FrozenGroup& group : content.groups) write_group(json, group);
    json.end_array().key("actions").begin_array();
    for (const FrozenAction& action : content.actions) write_action(json, action);
    json.end_array();
}

std::string write_content(const Content& content) {
    JsonWriter json;
    json.begin_object();
    write_members(json, content);
    json.end_object();
    return json.take();
}

}  // namespace maillage::snapshots
