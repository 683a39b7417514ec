#include "app/openapi_routes.hpp"

#include "app/openapi_shapes.hpp"
#include "app/route.hpp"
#include "foundation/text.hpp"
#include "platform/html/components.hpp"
#include "platform/html/table.hpp"
#include "platform/json_writer.hpp"

namespace maillage::app {
namespace {

namespace html = platform::html;
using html::Out;
using identity::Call;
using platform::JsonWriter;

// The twins that the one who asks may read.
std::vector<const Route*> twins(const Call& call) {
    std::vector<const Route*> found;
    for (const Route& route : agents_routes())
        if (route.json != nullptr && call.may(route.act)) found.push_back(&route);
    return found;
}

std::string twin_of(const Route& route) { return std::string(route.pattern) + ".json"; }

void parameter(JsonWriter& json, std::string_view name, bool in_path, const std::string& description) {
    json.begin_object().member("name", name).member("in", in_path ? "path" : "query");
    json.member("required", in_path);
    if (!description.empty()) json.member("description", description);
    json.key("schema").begin_object().member("type", "string").end_object().end_object();
}

void parameters(JsonWriter& json, const Call& call, std::string_view pattern, const TwinShape* shape) {
    json.key("parameters").begin_array();
    for (std::size_t at = pattern.find('{'); at != pattern.npos; at = pattern.find('{', at + 1))
        parameter(json, pattern.substr(at + 1, pattern.find('}', at) - at - 1), true, "");
    if (shape != nullptr && !shape->query.empty())
        for (const std::string_view field : foundation::split(shape->query, ' '))
            parameter(json, field, false, query_word(call.words, field));
    json.end_array();
}

// "rows:integer" or "actions:array:code,title".
void property(JsonWriter& json, std::string_view text) {
    const auto parts = foundation::split(text, ':');
    json.key(parts[0]).begin_object().member("type", parts[1]);
    const bool listed = parts[1] == "array";
    if (listed) json.key("items").begin_object();
    if (parts.size() > 2) {
        if (listed) json.member("type", "object");
        json.key("properties").begin_object();
        for (const std::string_view name : foundation::split(parts[2], ','))
            json.key(name).begin_object().end_object();
        json.end_object();
    }
    if (listed) json.end_object();
    json.end_object();
}

void answer(JsonWriter& json, const TwinShape* shape) {
    json.key("200").begin_object().member("description", "OK").key("content").begin_object();
    json.key("application/json").begin_object().key("schema").begin_object().member("type", "object");
    if (shape != nullptr) {
        json.key("properties").begin_object();
        for (const std::string_view text : foundation::split(shape->properties, ' ')) property(json, text);
        json.end_object();
    }
    json.end_object().end_object().end_object().end_object();
}

void refusal(JsonWriter& json, const char* status, std::string_view description) {
    json.key(status).begin_object().member("description", description).key("content").begin_object();
    json.key("application/json").begin_object().key("schema").begin_object();
    json.member("$ref", "#/components/schemas/Error");
    json.end_object().end_object().end_object().end_object();
}

void operation(JsonWriter& json, const Call& call, const Route& route) {
    const TwinShape* shape = shape_of(route.pattern);
    json.key(twin_of(route)).begin_object().key("get").begin_object();
    json.member("summary", call.words(route.summary));
    json.member("description", "act: " + std::string(identity::name_of(route.act)));
    parameters(json, call, route.pattern, shape);
    json.key("responses").begin_object();
    answer(json, shape);
    refusal(json, "401", "Unauthorized");
    refusal(json, "404", "Not Found");
    refusal(json, "503", "Service Unavailable");
    json.end_object().end_object().end_object();
}

void components(JsonWriter& json) {
    json.key("components").begin_object();
    json.key("securitySchemes").begin_object().key("session").begin_object();
    json.member("type", "apiKey").member("in", "cookie").member("name", "__Host-s").end_object().end_object();
    json.key("schemas").begin_object();
    json.key("Error").begin_object().member("type", "object").key("properties").begin_object();
    json.key("error").begin_object().member("type", "object").key("properties").begin_object();
    json.key("status").begin_object().member("type", "integer").end_object();
    json.key("message").begin_object().member("type", "string").end_object();
    json.end_object().end_object().end_object().end_object();
    json.end_object().end_object();
}

}  // namespace

html::Answer show_api(Call& call) {
    const auto& words = call.words;
    html::Page page{.title = words("app.api.title"), .section = "api", .help = "api"};
    html::page_heading(page.main, page.title, words("app.api.situation"));
    const html::Table description{.caption = words("app.api.title"),
                                  .columns = {{words("app.api.path")}, {words("app.api.content")}}};
    html::table(page.main, words, description, twins(call), [&](html::Row& row, const Route* route) {
        row.heading([&](Out& o) { html::el(o, "code", {}, twin_of(*route)); });
        row.cell(words(route->summary));
    });
    const html::Url target = call.url("/openapi.json");
    html::el(page.main, "p", {},
             [&](Out& p) { html::el(p, "a", {url("href", target)}, words("app.api.description")); });
    const html::Url anywhere = html::Url::path("/openapi");
    html::el(page.main, "p", {}, [&](Out& p) {
        p.text(words("app.api.anywhere") + " ");
        html::el(p, "a", {url("href", anywhere)}, "/openapi");
    });
    if (call.may(identity::Act::manage_accounts)) html::el(page.main, "p", {}, words("app.api.scim"));
    return page;
}

platform::http::Response openapi_json(Call& call) {
    JsonWriter json;
    json.begin_object().member("openapi", "3.1.0").key("info").begin_object();
    json.member("title", "Maillage").member("version", MAILLAGE_VERSION).end_object();
    json.key("paths").begin_object();
    for (const Route* route : twins(call)) operation(json, call, *route);
    json.end_object();
    components(json);
    json.key("externalDocs")
        .begin_object()
        .member("description", call.words("app.api.scim"))
        .member("url", "/scim/v2/Schemas")
        .end_object();
    json.key("security")
        .begin_array()
        .begin_object()
        .key("session")
        .begin_array()
        .end_array()
        .end_object()
        .end_array();
    json.end_object();
    return platform::http::Response::json(json.take());
}

}  // namespace maillage::app
