#include "domain/strategy/action_json.hpp"
#include "domain/strategy/action_page.hpp"
#include "domain/strategy/action_routes.hpp"
#include "domain/strategy/evidence_store.hpp"
#include "domain/strategy/partner_store.hpp"

// The twin of an action's page: all that the page shows.
namespace maillage::strategy {
namespace {

using platform::JsonWriter;

std::string iso(const std::optional<foundation::Date>& day) { return day ? day->iso() : std::string(); }

void write_steps(JsonWriter& json, Scope& scope, ActionId action) {
    json.key("steps").begin_array();
    for (const Step& step : read_steps(scope, action))
        if (!step.deleted)
            json.begin_object()
                .member("id", step.id.value)
                .member("code", step.code)
                .member("title", step.title)
                .member("title_en", step.title_en)
                .member("weight", step.weight)
                .member("due", iso(step.due))
                .member("done", iso(step.done_at))
                .end_object();
    json.end_array();
}

void write_evidence(JsonWriter& json, const identity::Call& call, Scope& scope, ActionId action) {
    json.key("evidence").begin_array();
    for (const Evidence& piece : read_evidence(scope, action))
        if (!piece.removed_at)
            json.begin_object()
                .member("title", piece.title)
                .member("path", call.path("/documents/" + piece.document))
                .member("kind", piece.kind)
                .member("size_bytes", piece.size_bytes)
                .member("day", call.words.today(piece.at).iso())
                .member("author", piece.author)
                .member("state", name_of(piece.state))
                .member("step", piece.step ? piece.step->value : 0)
                .end_object();
    json.end_array();
}

void write_links(JsonWriter& json, Scope& scope, ActionId action) {
    json.key("links").begin_array();
    for (const Link& link : read_links(scope, action))
        json.begin_object()
            .member("id", link.id)
            .member("kind", link.kind)
            .member("target", link.target)
            .member("label", link.label)
            .end_object();
    json.end_array();
}

void write_news(JsonWriter& json, const identity::Call& call, Scope& scope, ActionId action) {
    const std::int64_t page = news_page(call);
    json.member("news_rows", count_news(scope, action)).member("news_page", page).key("news").begin_array();
    for (const News& news : read_news(scope, action, page))
        json.begin_object()
            .member("at", call.words.today(news.at).iso())
            .member("author", news.author)
            .member("text", news.text)
            .end_object();
    json.end_array();
}

void write_records(JsonWriter& json, Scope& scope, ActionId action) {
    json.key("records").begin_array();
    for (const Record& record : read_records(scope, action)) {
        json.begin_object()
            .member("id", record.id.value)
            .member("kind", record.kind)
            .member("title", record.title)
            .member("title_en", record.title_en)
            .member("unit", record.unit)
            .member("target", record.target)
            .key("lines")
            .begin_array();
        for (const RecordLine& line : record.lines)
            json.begin_object()
                .member("id", line.id)
                .member("kind", line.kind)
                .member("label", line.label)
                .member("day", iso(line.on_day))
                .member("done", iso(line.done_on))
                .member("value", line.value)
                .end_object();
        json.end_array().end_object();
    }
    json.end_array();
}

void write_budget(JsonWriter& json, Scope& scope, ActionId action) {
    json.key("budget").begin_array();
    for (const BudgetLine& line : read_budget(scope, action))
        json.begin_object()
            .member("id", line.id)
            .member("label", line.label)
            .member("year", line.year)
            .member("amount_cents", line.amount.value)
            .member("fund", line.fund)
            .end_object();
    json.end_array();
}

}  // namespace

platform::http::Response action_json(identity::Call& call) {
    return within(call, [&](Scope& scope) {
        const auto action = find_action(scope, call.request.param("code"));
        if (!action) return not_found();
        JsonWriter json;
        json.begin_object().key("action");
        write_action(json, *action, call.today);
        write_steps(json, scope, action->id);
        write_evidence(json, call, scope, action->id);
        write_links(json, scope, action->id);
        write_news(json, call, scope, action->id);
        write_records(json, scope, action->id);
        write_budget(json, scope, action->id);
        json.key("supposed_partners").begin_array();
        for (const std::string& partner : read_supposed_partners(scope, action->id)) json.value(partner);
        json.end_array();
        json.end_object();
        return json_page(json.take());
    });
}

}  // namespace maillage::strategy
