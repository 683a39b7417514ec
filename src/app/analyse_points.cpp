#include <algorithm>

#include "app/analyse_input.hpp"
#include "app/analyse_methods.hpp"
#include "engine/points/dbscan.hpp"
#include "engine/points/hdbscan.hpp"
#include "engine/points/nearest_neighbour.hpp"
#include "engine/points/ripley_k.hpp"
#include "engine/siting/coverage.hpp"
#include "foundation/result.hpp"

// Patterns of points, and where to put what watches them. Distances are in the unit of the coordinates.
namespace maillage::app {
namespace {

constexpr auto plane = engine::Plane::other_unit;

struct Points {
    std::vector<double> x, y;
};

Answer<Points> points_of(const Request& request, const InputTable& table) {
    return Points{.x = TRY(table.numbers_of(request, "x")), .y = TRY(table.numbers_of(request, "y"))};
}

// `--window XMIN,YMIN,XMAX,YMAX`
Answer<engine::Rectangle> window_of(const Request& request) {
    const auto sides = TRY(request.numbers("window"));
    if (sides.size() != 4) return std::unexpected(Problem{.code = "unreadable_option", .about = "window"});
    return engine::Rectangle{.left = sides[0], .bottom = sides[1], .right = sides[2], .top = sides[3]};
}

Answer<Analysis> dbscan(const Request& request) {
    const auto table = TRY(InputTable::of(request));
    const auto points = TRY(points_of(request, table));
    const engine::DbscanOptions options{
        .eps = TRY(request.number("eps")),
        .min_points = static_cast<std::uint32_t>(TRY(request.whole_or("min-pts", 5))),
        .plane = plane};
    const auto found = TRY(answered(engine::dbscan(points.x, points.y, options)));
    Analysis analysis{.columns = {"row", "x", "y", "cluster", "core"}};
    analysis.figure("clusters", whole(found.clusters)).figure("noise", whole(found.noise_points));
    for (std::size_t i = 0; i < points.x.size(); ++i)
        analysis.rows.push_back(
            {whole(i + 1), points.x[i], points.y[i], whole(found.cluster[i]), found.core[i] != 0});
    return analysis;
}

Answer<Analysis> hdbscan(const Request& request) {
    const auto table = TRY(InputTable::of(request));
    const auto points = TRY(points_of(request, table));
    const auto least = static_cast<std::uint32_t>(TRY(request.whole_or("min-pts", 5)));
    const auto found = TRY(answered(engine::hdbscan(points.x, points.y, least, plane)));
    Analysis analysis{.columns = {"row", "x", "y", "cluster", "membership"}};
    analysis.figure("clusters", whole(found.clusters)).figure("noise", whole(found.noise_points));
    for (std::size_t i = 0; i < points.x.size(); ++i)
        analysis.rows.push_back(
            {whole(i + 1), points.x[i], points.y[i], whole(found.cluster[i]), found.membership[i]});
    return analysis;
}

Answer<Analysis> nni(const Request& request) {
    const auto table = TRY(InputTable::of(request));
    const auto points = TRY(points_of(request, table));
    const auto window = TRY(window_of(request));
    const auto found = TRY(answered(engine::nearest_neighbour_index(points.x, points.y, window, plane)));
    Analysis analysis;
    analysis.figure("index", found.index)
        .figure("mean_distance", found.mean_distance)
        .figure("expected", found.expected)
        .figure("z", found.z)
        .figure("p", found.p)
        .figure("donnelly_index", found.donnelly_index)
        .figure("donnelly_expected", found.donnelly_expected);
    return analysis;
}

Answer<engine::KCorrection> correction_of(const Request& request) {
    const std::string words = request.text_or("correction", "isotropic");
    if (words == "none") return engine::KCorrection::none;
    if (words == "border") return engine::KCorrection::border;
    if (words == "translate") return engine::KCorrection::translate;
    if (words == "isotropic") return engine::KCorrection::isotropic;
    return std::unexpected(Problem{.code = "unreadable_option", .about = "correction"});
}

Analysis k_table(std::span<const double> radii, std::span<const double> k) {
    Analysis analysis{.columns = {"r", "k"}};
    for (std::size_t i = 0; i < radii.size(); ++i) analysis.rows.push_back({radii[i], k[i]});
    return analysis;
}

Answer<Analysis> k_function(const Request& request) {
    const auto table = TRY(InputTable::of(request));
    const auto points = TRY(points_of(request, table));
    const auto radii = TRY(request.numbers("r"));
    const engine::KOptions options{.window = TRY(window_of(request)),
                                   .radii = radii,
                                   .correction = TRY(correction_of(request)),
                                   .plane = plane};
    return k_table(radii, TRY(answered(engine::ripley_k(points.x, points.y, options))));
}

// `--mark COL --from A --to B`
Answer<Analysis> cross_k(const Request& request) {
    const auto table = TRY(InputTable::of(request));
    const auto points = TRY(points_of(request, table));
    const auto column = TRY(request.text("mark")), from = TRY(request.text("from")),
               to = TRY(request.text("to"));
    const auto marks = TRY(table.texts(column));
    Points first, second;
    for (std::size_t i = 0; i < marks.size(); ++i)
        for (const auto& [mark, points_of_mark] : {std::pair(from, &first), std::pair(to, &second)})
            if (marks[i] == mark) {
                points_of_mark->x.push_back(points.x[i]);
                points_of_mark->y.push_back(points.y[i]);
            }
    const auto radii = TRY(request.numbers("r"));
    const engine::KOptions options{.window = TRY(window_of(request)),
                                   .radii = radii,
                                   .correction = TRY(correction_of(request)),
                                   .plane = plane};
    return k_table(radii, TRY(answered(engine::cross_k({first.x, first.y}, {second.x, second.y}, options))));
}

// `--existing COL` (1, true, yes) or `--existing COL=WORD`; nothing: no site exists.
Answer<std::vector<std::uint8_t>> existing_of(const Request& request, const InputTable& sites) {
    std::vector<std::uint8_t> existing(sites.rows(), 0);
    if (!request.has("existing")) return existing;
    const auto words = TRY(request.text("existing"));
    const std::size_t equals = words.find('=');
    const auto cells = TRY(sites.texts(words.substr(0, equals)));
    for (std::size_t i = 0; i < cells.size(); ++i)
        existing[i] = equals == std::string::npos ? cells[i] == "1" || cells[i] == "true" || cells[i] == "yes"
                                                  : cells[i] == words.substr(equals + 1);
    return existing;
}

Answer<Analysis> mclp(const Request& request) {
    const auto sites = TRY(InputTable::of(request, 0)), demand = TRY(InputTable::of(request, 1));
    const std::string x = request.text_or("x", "lon"), y = request.text_or("y", "lat");
    const auto site_x = TRY(sites.numbers(x)), site_y = TRY(sites.numbers(y));
    const auto demand_x = TRY(demand.numbers(x)), demand_y = TRY(demand.numbers(y));
    std::vector<double> weight;
    if (request.has("weight")) weight = TRY(demand.numbers_of(request, "weight"));
    const engine::SitingPlaces places{.candidate_x = site_x,
                                      .candidate_y = site_y,
                                      .demand_x = demand_x,
                                      .demand_y = demand_y,
                                      .demand_weight = weight,
                                      .radius = TRY(request.number("radius-m")),
                                      .plane = request.has("metres")
                                                   ? engine::SitingPlane::metres
                                                   : engine::SitingPlane::longitude_latitude,
                                      .earth_radius = TRY(request.number_or("earth-radius-m", 6371000))};
    const auto coverage = TRY(answered(engine::coverage_within(places)));
    const auto existing = TRY(existing_of(request, sites));
    const engine::SitingOptions options{.sites = static_cast<std::uint32_t>(TRY(request.whole_or("add", 1)))};
    const auto found = TRY(answered(engine::add_sites(coverage, existing, options)));
    Analysis analysis{.columns = {"site", "x", "y", "gain"}};
    analysis.figure("covered", found.already + found.added.covered)
        .figure("bound", found.already + found.added.bound)
        .figure("proven", found.added.proven)
        .figure("already_covered", found.already)
        .figure("total", found.total);
    for (std::size_t i = 0; i < found.added.chosen.size(); ++i) {
        const std::size_t site = found.added.chosen[i];
        analysis.rows.push_back({whole(site + 1), site_x[site], site_y[site], found.added.gains[i]});
    }
    return analysis;
}

const AnalyseMethod methods[] = {
    {"dbscan", "FILE", "x y eps min-pts", dbscan},
    {"hdbscan", "FILE", "x y min-pts", hdbscan},
    {"nni", "FILE", "x y window", nni},
    {"k-function", "FILE", "x y window r correction", k_function},
    {"cross-k", "FILE", "x y window r correction mark from to", cross_k},
    {"mclp", "FACILITIES DEMAND", "x y weight radius-m existing add earth-radius-m metres", mclp},
};

}  // namespace

std::span<const AnalyseMethod> point_methods() { return methods; }

}  // namespace maillage::app
