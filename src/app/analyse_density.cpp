#include <algorithm>
#include <numeric>

#include "app/analyse_methods.hpp"
#include "app/analyse_places.hpp"
#include "app/analyse_titles.hpp"
#include "engine/density/adaptive_density.hpp"
#include "engine/density/bandwidth.hpp"
#include "engine/density/capture.hpp"
#include "engine/density/outline.hpp"
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

// `--sigma 250`, or a rule that takes it from the points.
Answer<double> sigma_of(const Request& request, const Points& points, const engine::Rectangle& window,
                        const foundation::Executor& run) {
    constexpr std::pair<std::string_view, engine::BandwidthRule> rules[] = {
        {"scott", engine::BandwidthRule::scott},
        {"diggle", engine::BandwidthRule::diggle},
        {"likelihood", engine::BandwidthRule::likelihood},
        {"cronie", engine::BandwidthRule::cronie}};
    if (request.has("sigma")) {
        const std::string words = TRY(request.text("sigma"));
        for (const auto& [name, rule] : rules)
            if (words == name) {
                const auto found =
                    TRY(answered(engine::choose_bandwidth(points.x, points.y, rule, window, run)));
                if (!found.at_end) return found.sigma;
                return std::unexpected(Problem{.code = "bandwidth_not_settled", .about = words});
            }
    }
    return request.number_or("sigma", 250);
}

Answer<engine::DensityOptions> options_of(const Request& request, const Points& points,
                                          const foundation::Executor& run) {
    const engine::Rectangle window = TRY(window_around(request, points));
    return engine::DensityOptions{.sigma = TRY(sigma_of(request, points, window, run)),
                                  .window = window,
                                  .columns = TRY(request.small_or("columns", 128)),
                                  .rows = TRY(request.small_or("rows", 128)),
                                  .edge = TRY(edge_of(request)),
                                  .plane = engine::Plane::other_unit};
}

// `--outline FILE`: the corners of the town, columns x, y and, where it has several rings, ring. The raster
// is then the smallest rectangle that holds it unless `--window` is said; cells outside are empty.
Answer<Analysis> within_outline(const Request& request, const Points& points, engine::DensityOptions options,
                                const foundation::Executor& run) {
    const auto file = TRY(request.text("outline"));
    const InputTable table = TRY(InputTable::read(file));
    const auto x = TRY(table.numbers("x")), y = TRY(table.numbers("y"));
    std::vector<std::uint32_t> ring(x.size(), 0);
    if (table.has("ring")) {
        Titles rings;
        const auto words = TRY(table.texts("ring"));
        for (std::size_t k = 0; k < words.size(); ++k) ring[k] = rings.of(words[k]);
    }
    const auto outline = TRY(answered(engine::Outline::create({x, y, ring})));
    if (!request.has("window")) options.window = outline.box();
    const auto found = TRY(answered(engine::density_within(points.x, points.y, outline, options, run)));
    Analysis analysis = image_of(found.image, options.sigma);
    for (std::size_t cell = 0; cell < found.inside.size(); ++cell)
        if (found.inside[cell] == 0) analysis.rows[cell][2] = Value();
    return analysis;
}

Answer<Analysis> kde(const Request& request) {
    const auto table = TRY(InputTable::of(request));
    const Points points = TRY(points_of(request, table));
    foundation::ThreadPool threads(TRY(request.threads()));
    const auto run = threads.executor();
    const engine::DensityOptions options = TRY(options_of(request, points, run));
    if (const auto refused = degrees_with_metres(points, options.sigma)) return std::unexpected(*refused);
    const std::string at = request.text_or("at", "grid");
    if (at == "points") return at_points(request, points, options, run);
    if (at != "grid") return std::unexpected(Problem{.code = "unreadable_option", .about = "at"});
    if (request.has("people")) return rate(request, points, options, run);
    if (request.has("outline")) return within_outline(request, points, options, run);
    if (!request.has("adaptive"))
        return image_of(TRY(answered(engine::density_image(points.x, points.y, {}, options, run))),
                        options.sigma);
    const auto found = TRY(answered(engine::adaptive_density(points.x, points.y, options, run)));
    Analysis analysis = image_of(found.image, options.sigma);
    analysis.figure("largest_error", found.largest_error);
    return analysis;
}

// `--later FILE`: facts after the map's period, in the same columns; `--area-share 0.1`: the tenth of the
// window where the density is highest is the coloured area.
Answer<Analysis> prediction_accuracy(const Request& request) {
    const auto table = TRY(InputTable::of(request));
    const Points points = TRY(points_of(request, table));
    foundation::ThreadPool threads(TRY(request.threads()));
    const engine::DensityOptions options = TRY(options_of(request, points, threads.executor()));
    const double share = TRY(request.number_or("area-share", 0.1));
    const auto file = TRY(request.text("later"));
    const InputTable later_table = TRY(InputTable::read(file));
    const Points later = TRY(points_of(request, later_table));
    if (const auto refused = degrees_with_metres(points, options.sigma)) return std::unexpected(*refused);
    const auto map =
        TRY(answered(engine::density_image(points.x, points.y, {}, options, threads.executor())));
    const double level = TRY(answered(engine::level_of_area(map.density, share)));
    const auto found = TRY(answered(engine::capture(map.density, level, later.x, later.y)));
    Analysis analysis;
    analysis.figure("pai", found.pai)
        .figure("event_share", found.event_share)
        .figure("area_share", found.area_share)
        .figure("captured", whole(found.captured))
        .figure("events", whole(found.events))
        .figure("outside", whole(found.outside))
        .figure("level", level)
        .figure("sigma", options.sigma);
    return analysis;
}

const AnalyseMethod methods[] = {
    {"kde", "FILE",
     "x y sigma window columns rows edge at leave-one-out adaptive people number least-people "
     "outline",
     "sigma used outside integral highest x y density", kde},
    {"pai", "FILE", "x y later area-share sigma window columns rows edge",
     "pai event_share area_share captured events outside level sigma", prediction_accuracy},
};

}  // namespace

std::span<const AnalyseMethod> density_methods() { return methods; }

}  // namespace maillage::app
