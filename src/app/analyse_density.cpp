#include <algorithm>
#include <numeric>

#include "app/analyse_methods.hpp"
#include "app/analyse_places.hpp"
#include "engine/density/adaptive_density.hpp"
#include "engine/density/point_density.hpp"
#include "foundation/result.hpp"

// A smooth picture of many points. Distances are in the unit of the coordinates.
namespace maillage::app {
namespace {

Answer<engine::EdgeCorrection> edge_of(const Request& request) {
    const std::string words = request.text_or("edge", "uniform");
    if (words == "none") return engine::EdgeCorrection::none;
    if (words == "uniform") return engine::EdgeCorrection::uniform;
    if (words == "diggle") return engine::EdgeCorrection::diggle;
    return std::unexpected(Problem{.code = "unreadable_option", .about = "edge"});
}

// The window asked for, or the smallest one that holds the points.
Answer<engine::Rectangle> window_around(const Request& request, const Points& points) {
    if (request.has("window")) return window_of(request);
    if (points.x.empty()) return std::unexpected(Problem{.code = "empty"});
    const auto [left, right] = std::ranges::minmax(points.x);
    const auto [bottom, top] = std::ranges::minmax(points.y);
    return engine::Rectangle{.left = left, .bottom = bottom, .right = right, .top = top};
}

Answer<Analysis> at_points(const Request& request, const Points& points,
                           const engine::DensityOptions& options, const foundation::Executor& run) {
    const engine::PointDensityOptions asked{
        .sigma = options.sigma,
        .window = options.window,
        .edge = options.edge,
        .itself = request.has("leave-one-out") ? engine::Itself::left_out : engine::Itself::counted,
        .plane = engine::Plane::other_unit};
    const auto found = TRY(answered(engine::density_at_points(points.x, points.y, asked, run)));
    Analysis analysis{.columns = {"row", "x", "y", "density"}};
    analysis.figure("sigma", options.sigma).figure("used", whole(points.x.size()));
    for (std::size_t i = 0; i < found.size(); ++i)
        analysis.rows.push_back({whole(i + 1), points.x[i], points.y[i], found[i]});
    return analysis;
}

Analysis image_of(const engine::DensityImage& found, double sigma) {
    const engine::Raster& image = found.density;
    Analysis analysis{.columns = {"x", "y", "density"}};
    analysis.figure("sigma", sigma)
        .figure("used", whole(found.used))
        .figure("outside", whole(found.outside))
        .figure("integral", image.integral())
        .figure("highest", *std::ranges::max_element(image.values))
        .figure("cell_width", image.cell_width())
        .figure("cell_height", image.cell_height());
    for (std::uint32_t row = 0; row < image.rows; ++row)
        for (std::uint32_t column = 0; column < image.columns; ++column)
            analysis.rows.push_back({image.centre_x(column), image.centre_y(row), image.at(column, row)});
    return analysis;
}

// `--people FILE`: a second file with the same columns of places and the column `--number` of people.
Answer<Analysis> rate(const Request& request, const Points& points, const engine::DensityOptions& options,
                      const foundation::Executor& run) {
    const auto file = TRY(request.text("people"));
    const InputTable table = TRY(InputTable::read(file));
    const Points homes = TRY(points_of(request, table));
    const auto number = TRY(table.numbers_of(request, "number"));
    const engine::People people{.x = homes.x,
                                .y = homes.y,
                                .number = number,
                                .least_per_kernel = TRY(request.number_or("least-people", 50))};
    const auto found = TRY(answered(engine::rate_image(points.x, points.y, people, options, run)));
    Analysis analysis{.columns = {"x", "y", "density"}};
    analysis.figure("sigma", options.sigma)
        .figure("hidden", whole(found.hidden_cells))
        .figure("cell_width", found.rate.cell_width())
        .figure("cell_height", found.rate.cell_height());
    for (std::uint32_t row = 0, cell = 0; row < found.rate.rows; ++row)
        for (std::uint32_t column = 0; column < found.rate.columns; ++column, ++cell)
            analysis.rows.push_back({found.rate.centre_x(column), found.rate.centre_y(row),
                                     found.hidden[cell] != 0 ? Value() : Value(found.rate.values[cell])});
    return analysis;
}

Answer<Analysis> kde(const Request& request) {
    const auto table = TRY(InputTable::of(request));
    const Points points = TRY(points_of(request, table));
    const engine::DensityOptions options{.sigma = TRY(request.number_or("sigma", 250)),
                                         .window = TRY(window_around(request, points)),
                                         .columns = TRY(request.small_or("columns", 128)),
                                         .rows = TRY(request.small_or("rows", 128)),
                                         .edge = TRY(edge_of(request)),
                                         .plane = engine::Plane::other_unit};
    if (const auto refused = degrees_with_metres(points, options.sigma)) return std::unexpected(*refused);
    foundation::ThreadPool threads(TRY(request.threads()));
    const auto run = threads.executor();
    const std::string at = request.text_or("at", "grid");
    if (at == "points") return at_points(request, points, options, run);
    if (at != "grid") return std::unexpected(Problem{.code = "unreadable_option", .about = "at"});
    if (request.has("people")) return rate(request, points, options, run);
    if (!request.has("adaptive"))
        return image_of(TRY(answered(engine::density_image(points.x, points.y, {}, options, run))),
                        options.sigma);
    const auto found = TRY(answered(engine::adaptive_density(points.x, points.y, options, run)));
    Analysis analysis = image_of(found.image, options.sigma);
    analysis.figure("largest_error", found.largest_error);
    return analysis;
}

const AnalyseMethod methods[] = {
    {"kde", "FILE", "x y sigma window columns rows edge at leave-one-out adaptive people number least-people",
     "sigma used outside integral highest x y density", kde},
};

}  // namespace

std::span<const AnalyseMethod> density_methods() { return methods; }

}  // namespace maillage::app
