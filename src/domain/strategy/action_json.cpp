#include "domain/strategy/action_json.hpp"

#include "domain/audit/api.hpp"
#include "domain/strategy/action_list_parts.hpp"
#include "domain/strategy/action_list_routes.hpp"
#include "domain/strategy/action_rules.hpp"
#include "domain/strategy/partner_store.hpp"
#include "foundation/check.hpp"
#include "platform/csv/writer.hpp"
#include "platform/spreadsheet/xlsx_writer.hpp"

namespace maillage::strategy {
namespace {

namespace http = platform::http;
using platform::JsonWriter;

std::string iso(const std::optional<foundation::Date>& day) { return day ? day->iso() : std::string(); }

// The list's own filter, all its pages.
ActionFilter whole(const identity::Call& call) {
    ActionFilter filter = filter_of(call.request.query);
    filter.page = 1;
    filter.per_page = 100'000;
    return filter;
}

// What leaves the application leaves its trace.
void note_export(Scope& scope, std::string_view format) {
    audit::record(scope.tx, {.council = scope.council.value,
                             .account = scope.account.value,
                             .act = identity::name_of(identity::Act::export_strategy),
                             .object_kind = "export",
                             .object = std::string(format)});
}

}  // namespace

void write_action(JsonWriter& json, const Action& action, foundation::Date today) {
    const auto texts = [&](std::string_view name, const std::vector<std::string>& values) {
        json.key(name).begin_array();
        for (const std::string& value : values) json.value(value);
        json.end_array();
    };
    json.begin_object()
        .member("code", action.code)
        .member("domain", action.domain)
        .member("objective", action.objective)
        .member("group", action.group)
        .member("title", action.title)
        .member("title_en", action.title_en)
        .member("summary", action.summary)
        .member("summary_en", action.summary_en)
        .member("state", name_of(action.state))
        .member("state_reason", action.state_reason)
        .member("late", is_late(action, today))
        .member("progress", action.progress)
        .member("pilot", action.pilot)
        .member("starts", iso(action.starts))
        .member("due", iso(action.due))
        .member("next_step_due", iso(action.next_step_due))
        .member("fictional", action.fictional)
        .member("version", action.version);
    texts("axes", action.axes);
    texts("quartiers", action.quartiers);
    texts("organisations", action.organisations);
    texts("partners", action.partners);
    json.end_object();
}

http::Response actions_json(identity::Call& call) {
    return within(call, [&](Scope& scope) {
        const ActionFilter filter = filter_of(call.request.query);
        const ActionCounts counts = count_actions(scope, filter);
        JsonWriter json;
        json.begin_object()
            .member("rows", counts.shown)
            .member("page", filter.page)
            .member("size", filter.per_page)
            .member("late", counts.shown_late)
            .member("silent", counts.shown_silent);
        json.key("actions").begin_array();
        for (const Action& action : list_actions(scope, filter)) write_action(json, action, call.today);
        json.end_array().end_object();
        return json_page(json.take());
    });
}

std::string actions_csv(Scope& scope, const ActionFilter& filter, platform::csv::Dialect dialect,
                        CsvColumns columns) {
    const bool partners = columns == CsvColumns::with_partners;
    platform::csv::Writer csv(dialect);
    for (const char* column : {"code", "domain", "title", "pilot", "group", "state", "progress", "due"})
        csv.text(column);
    if (partners) csv.text("partners");
    const std::vector<Reference> organisations = read_references(scope).organisations;
    csv.end_row();
    for (const Action& action : list_actions(scope, filter)) {
        csv.text(action.code).text(action.domain).text(action.title).text(action.pilot).text(action.group);
        csv.text(name_of(action.state)).number(action.progress);
        if (action.due)
            csv.date(*action.due);
        else
            csv.empty();
        if (partners) csv.text(partners_text(action, organisations));
        csv.end_row();
    }
    return csv.take();
}

platform::html::Answer export_csv(identity::Call& call) {
    if (!call.may(identity::Act::export_strategy)) return not_found();
    http::Response response;
    response.type = "text/csv; charset=utf-8";
    response.body = within(call, [&](Scope& scope) {
        note_export(scope, "csv");
        return actions_csv(scope, whole(call), platform::csv::Dialect::french_excel,
                           CsvColumns::with_partners);
    });
    response.headers.emplace_back("content-disposition", "attachment; filename=\"actions.csv\"");
    return response;
}

std::string actions_xlsx(Scope& scope, const ActionFilter& filter) {
    namespace sheets = platform::spreadsheet;
    sheets::Sheet sheet{.name = "Actions",
                        .columns = {{"code"},
                                    {"domain"},
                                    {"title", 60},
                                    {"pilot", 28},
                                    {"group"},
                                    {"state"},
                                    {"progress"},
                                    {"due"},
                                    {"partners", 40}},
                        .rows = {}};
    const std::vector<Reference> organisations = read_references(scope).organisations;
    for (const Action& action : list_actions(scope, filter)) {
        sheets::Cell due;
        if (action.due) due = *action.due;
        sheet.rows.push_back({action.code, action.domain, action.title, action.pilot, action.group,
                              std::string(name_of(action.state)), std::int64_t{action.progress}, due,
                              partners_text(action, organisations)});
    }
    auto written = sheets::write_xlsx(std::span(&sheet, 1));
    foundation::check(written.has_value(), "actions fit in a sheet");
    return *std::move(written);
}

platform::html::Answer export_xlsx(identity::Call& call) {
    if (!call.may(identity::Act::export_strategy)) return not_found();
    http::Response response;
    response.type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    response.body = within(call, [&](Scope& scope) {
        note_export(scope, "xlsx");
        return actions_xlsx(scope, whole(call));
    });
    response.headers.emplace_back("content-disposition", "attachment; filename=\"actions.xlsx\"");
    return response;
}

}  // namespace maillage::strategy
