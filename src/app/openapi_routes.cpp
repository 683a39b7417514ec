#include "app/openapi_routes.hpp"

#include "app/route.hpp"
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

void parameters(JsonWriter& json, std::string_view pattern) {
    json.key("parameters").begin_array();
    for (std::size_t at = pattern.find('{'); at != pattern.npos; at = pattern.find('{', at + 1)) {
        json.begin_object().member("name", pattern.substr(at + 1, pattern.find('}', at) - at - 1));
        json.member("in", "path").member("required", true);
        json.key("schema").begin_object().member("type", "string").end_object().end_object();
    }
    json.end_array();
}

void response(JsonWriter& json, const char* status, std::string_view description, std::string_view schema) {
    json.key(status).begin_object().member("description", description).key("content").begin_object();
    json.key("application/json").begin_object().key("schema").begin_object();
    json.member("$ref", "#/components/schemas/" + std::string(schema));
    json.end_object().end_object().end_object().end_object();
}

void operation(JsonWriter& json, const Call& call, const Route& route) {
    json.key(twin_of(route)).begin_object().key("get").begin_object();
    json.member("summary", call.words(route.summary));
    json.member("description", "act: " + std::string(identity::name_of(route.act)));
    parameters(json, route.pattern);
    json.key("responses").begin_object();
    response(json, "200", "OK", "Answer");
    response(json, "401", "Unauthorized", "Error");
    response(json, "404", "Not Found", "Error");
    json.end_object().end_object().end_object();
}

void components(JsonWriter& json) {
    json.key("components").begin_object();
    json.key("securitySchemes").begin_object().key("session").begin_object();
    json.member("type", "apiKey").member("in", "cookie").member("name", "__Host-s").end_object().end_object();
    json.key("schemas").begin_object();
    json.key("Answer").begin_object().member("type", "object").end_object();
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
