#include <numbers>

#include "app/analyse_methods.hpp"
#include "app/analyse_places.hpp"
#include "engine/siting/view_shed.hpp"
#include "foundation/result.hpp"

// What is seen from places among walls.
namespace maillage::app {
namespace {

// `--walls FILE`: one side of a building a row, its ends in the columns ax, ay, bx, by.
Answer<std::vector<engine::Wall>> walls_of(const Request& request) {
    const auto file = TRY(request.text("walls"));
    const InputTable table = TRY(InputTable::read(file));
    const auto ax = TRY(table.numbers("ax")), ay = TRY(table.numbers("ay"));
    const auto bx = TRY(table.numbers("bx")), by = TRY(table.numbers("by"));
    std::vector<engine::Wall> walls;
    for (std::size_t k = 0; k < ax.size(); ++k) walls.push_back({ax[k], ay[k], bx[k], by[k]});
    return walls;
}

// `--targets FILE`: what there is to see, in the same columns as the places, with the column of `--weight`.
Answer<Analysis> with_targets(Analysis analysis, const Request& request,
                              std::span<const engine::ViewPoint> from, std::span<const engine::Wall> walls) {
    const auto file = TRY(request.text("targets"));
    const InputTable table = TRY(InputTable::read(file));
    const Points targets = TRY(points_of(request, table));
    std::vector<double> weight;
    if (request.has("weight")) weight = TRY(table.numbers_of(request, "weight"));
    const auto found =
        TRY(answered(engine::redundancy(from, walls, {.x = targets.x, .y = targets.y, .weight = weight})));
    std::size_t seen = 0;
    for (const std::uint32_t times : found.seen_by) seen += times > 0 ? 1 : 0;
    analysis.figure("targets", whole(targets.x.size()))
        .figure("targets_seen", whole(seen))
        .figure("share_seen", found.seen)
        .figure("share_seen_twice", found.twice);
    return analysis;
}

Answer<Analysis> view_shed(const Request& request) {
    const auto table = TRY(InputTable::of(request));
    const Points places = TRY(points_of(request, table));
    const double range = TRY(request.number("range"));
    const auto walls = TRY(walls_of(request));
    if (places.x.empty()) return std::unexpected(Problem{.code = "empty", .found = 0});
    if (const auto refused = degrees_with_metres(places, range)) return std::unexpected(*refused);
    std::vector<engine::ViewPoint> from;
    Analysis analysis{.columns = {"row", "x", "y", "area", "share_open"}};
    for (std::size_t i = 0; i < places.x.size(); ++i) {
        from.push_back({.x = places.x[i], .y = places.y[i], .range = range});
        const auto found = TRY(answered(engine::view_shed(from.back(), walls)));
        analysis.rows.push_back({whole(i + 1), places.x[i], places.y[i], found.area,
                                 found.area / (std::numbers::pi * range * range)});
    }
    analysis.figure("range", range).figure("walls", whole(walls.size()));
    if (!request.has("targets")) return analysis;
    return with_targets(std::move(analysis), request, from, walls);
}

const AnalyseMethod methods[] = {
    {"view-shed", "FILE", "x y range walls targets weight", "range walls row x y area share_open", view_shed},
};

}  // namespace

std::span<const AnalyseMethod> view_shed_methods() { return methods; }

}  // namespace maillage::app
