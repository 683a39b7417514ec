#include "app/territory_routes.hpp"

#include <algorithm>

#include "app/territory_page.hpp"
#include "platform/json_writer.hpp"

namespace maillage::app {
namespace {

namespace db = platform::db;
namespace http = platform::http;
using identity::Call;
using platform::JsonWriter;

// The zoning asked for, or the first that is in force today, the priority neighbourhoods before the others.
std::string chosen(const std::vector<territory::Zoning>& zonings, std::string_view asked,
                   foundation::Date today) {
    const territory::Zoning* best = nullptr;
    for (const auto& zoning : zonings) {
        if (zoning.code == asked) return zoning.code;
        const bool in_force = (!zoning.valid_from || *zoning.valid_from <= today) &&
                              (!zoning.valid_to || *zoning.valid_to >= today);
        if (in_force && (best == nullptr || (zoning.kind == "qpv" && best->kind != "qpv"))) best = &zoning;
    }
    return best == nullptr ? std::string() : best->code;
}

TerritoryView view_of(Call& call) {
    return call.services.database.transaction(call.actor.context(), [&](db::Tx& tx) {
        const territory::CouncilId council = call.actor.council;
        TerritoryView view{.base = call.path("/territory"),
                           .load = "maillage council load " + call.actor.council_slug,
                           .help = call.path("/help/council-files")};
        view.communes = territory::communes(tx, council, call.today);
        view.thresholds = territory::thresholds(tx, council, call.today);
        view.law = territory::council_thresholds(view.thresholds);
        view.zonings = territory::zonings(tx, council);
        view.zoning = chosen(view.zonings, call.request.query.get("zoning"), call.today);
        view.zones = territory::zones_of(tx, council, view.zoning);
        view.drawn = territory::drawing(tx, council, view.zoning);
        for (const std::string_view code : call.request.query.all("opposes"))
            view.opposing.emplace_back(code);
        return view;
    });
}

std::string_view name_of(territory::Obligation obligation) {
    switch (obligation) {
    case territory::Obligation::none: return "none";
    case territory::Obligation::required: return "required";
    case territory::Obligation::optional: return "optional";
    }
    __builtin_unreachable();
}

void write_communes(JsonWriter& json, const TerritoryView& view) {
    json.key("communes").begin_array();
    for (const auto& commune : view.communes) {
        json.begin_object()
            .member("code", commune.code)
            .member("name", commune.name)
            .member("population", commune.population)
            .member("standing", commune.standing);
        if (view.law)
            json.member("clspd", name_of(territory::clspd_required(
                                     {.population = commune.population, .qpv = commune.qpv}, *view.law)))
                .member("coordinator",
                        name_of(territory::coordinator_required(commune.population, *view.law)));
        json.end_object();
    }
    json.end_array().key("thresholds").begin_array();
    for (const auto& threshold : view.thresholds)
        json.begin_object()
            .member("name", threshold.name)
            .member("value", threshold.value)
            .member("article", threshold.article)
            .member("from", threshold.valid_from.iso())
            .member("to_verify", threshold.to_verify)
            .end_object();
    json.end_array();
}

void write_zones(JsonWriter& json, const TerritoryView& view) {
    json.member("zoning", view.zoning).key("zonings").begin_array();
    for (const auto& zoning : view.zonings)
        json.begin_object()
            .member("code", zoning.code)
            .member("kind", zoning.kind)
            .member("name", zoning.name)
            .member("source", zoning.source)
            .end_object();
    json.end_array().key("zones").begin_array();
    for (const auto& [zone, to_verify] : view.zones)
        json.begin_object()
            .member("key", zone.key)
            .member("name", zone.name)
            .member("standing", zone.standing)
            .member("population", zone.population)
            .member("commune", zone.commune_code)
            .member("schematic", zone.schematic)
            .member("to_verify", to_verify)
            .end_object();
    json.end_array();
}

}  // namespace

platform::html::Answer show_territory(Call& call) { return territory_page(call.words, view_of(call)); }

http::Response territory_json(Call& call) {
    const TerritoryView view = view_of(call);
    JsonWriter json;
    json.begin_object();
    write_communes(json, view);
    write_zones(json, view);
    json.end_object();
    return http::Response::json(json.take());
}

}  // namespace maillage::app
