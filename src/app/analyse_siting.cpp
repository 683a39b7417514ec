#include <algorithm>

#include "app/analyse_methods.hpp"
#include "app/analyse_places.hpp"
#include "engine/siting/coverage.hpp"
#include "foundation/result.hpp"

// Where to put what watches or serves.
namespace maillage::app {
namespace {

struct Column {
    std::string x, y;
    bool degrees = false;
};

// `--x COL --y COL`, or the first pair of usual titles that the file has.
Answer<Column> columns_of(const Request& request, const InputTable& table) {
    if (request.has("x") || request.has("y")) {
        Column named{.x = TRY(request.text("x")), .y = TRY(request.text("y"))};
        named.degrees = lower(named.x).starts_with("lon") || lower(named.x) == "lng";
        return named;
    }
    for (const auto& [x, y, degrees] : {Column{"lon", "lat", true},
                                        {"long", "lat", true},
                                        {"longitude", "latitude", true},
                                        {"lng", "lat", true},
                                        {"x", "y", false},
                                        {"X", "Y", false}})
        if (table.has(x) && table.has(y)) return Column{x, y, degrees};
    return std::unexpected(Problem{.code = "missing_option", .about = "x"});
}

Answer<Points> points_in(const InputTable& table, const Column& columns) {
    return Points{.x = TRY(table.numbers(columns.x)), .y = TRY(table.numbers(columns.y))};
}

// `--existing COL` (yes or no, see `truths`) or `--existing COL=WORD`; nothing: no site exists.
Answer<std::vector<std::uint8_t>> existing_of(const Request& request, const InputTable& sites) {
    std::vector<std::uint8_t> existing(sites.rows(), 0);
    if (!request.has("existing")) return existing;
    const auto words = TRY(request.text("existing"));
    const std::size_t equals = words.find('=');
    if (equals == std::string::npos) return sites.truths(words);
    const auto cells = TRY(sites.texts(words.substr(0, equals)));
    for (std::size_t i = 0; i < cells.size(); ++i) existing[i] = cells[i] == words.substr(equals + 1);
    return existing;
}

Analysis sites_of(const engine::SitingWithExisting& found, const Points& sites, double radius) {
    Analysis analysis{.columns = {"site", "x", "y", "gain"}};
    std::vector<std::int64_t> chosen;
    for (const std::uint32_t site : found.added.chosen) chosen.push_back(std::int64_t{site} + 1);
    analysis.figure("covered", found.already + found.added.covered)
        .figure("bound", found.already + found.added.bound)
        .figure("proven", found.added.proven)
        .figure("already_covered", found.already)
        .figure("total", found.total)
        .figure("radius", radius)
        .figure("chosen", Several(std::move(chosen)));
    for (std::size_t i = 0; i < found.added.chosen.size(); ++i) {
        const std::size_t site = found.added.chosen[i];
        analysis.rows.push_back({whole(site + 1), sites.x[site], sites.y[site], found.added.gains[i]});
    }
    return analysis;
}

Answer<Analysis> mclp(const Request& request) {
    const auto sites = TRY(InputTable::of(request, 0)), demand = TRY(InputTable::of(request, 1));
    const Column site_columns = TRY(columns_of(request, sites));
    const Points candidates = TRY(points_in(sites, site_columns));
    const Column demand_columns = TRY(columns_of(request, demand));
    const Points people = TRY(points_in(demand, demand_columns));
    const bool degrees = !request.has("metres") &&
                         (site_columns.degrees || request.has("latlon") || request.has("earth-radius-m"));
    std::vector<double> weight;
    if (request.has("weight")) weight = TRY(demand.numbers_of(request, "weight"));
    const engine::SitingPlaces places{
        .candidate_x = candidates.x,
        .candidate_y = candidates.y,
        .demand_x = people.x,
        .demand_y = people.y,
        .demand_weight = weight,
        .radius = TRY(request.number("radius-m")),
        .plane = degrees ? engine::SitingPlane::longitude_latitude : engine::SitingPlane::metres,
        .earth_radius = TRY(request.number_or("earth-radius-m", 6371000))};
    if (const auto refused = degrees_with_metres(candidates, places.radius); refused && !degrees)
        return std::unexpected(*refused);
    const auto coverage = TRY(answered(engine::coverage_within(places)));
    const auto existing = TRY(existing_of(request, sites));
    const engine::SitingOptions options{.sites = TRY(request.small_or("add", 1))};
    return sites_of(TRY(answered(engine::add_sites(coverage, existing, options))), candidates, places.radius);
}

const AnalyseMethod methods[] = {
    {"mclp", "FACILITIES DEMAND", "x y weight radius-m existing add earth-radius-m latlon metres",
     "covered bound proven already_covered total radius chosen site x y gain", mclp},
};

}  // namespace

std::span<const AnalyseMethod> siting_methods() { return methods; }

}  // namespace maillage::app
