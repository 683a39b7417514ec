#include <algorithm>
#include <cmath>

#include "app/analyse_methods.hpp"
#include "app/analyse_places.hpp"
#include "engine/near_repeat/knox.hpp"
#include "foundation/result.hpp"

// Near repeats.
namespace maillage::app {
namespace {

double smallest_positive(const std::vector<double>& edges) {
    double smallest = INFINITY;
    for (const double edge : edges)
        if (edge > 0) smallest = std::min(smallest, edge);
    return smallest;
}

Answer<engine::Metric> metric_of(const Request& request, std::string_view otherwise) {
    const std::string metric = request.text_or("metric", otherwise);
    if (metric == "manhattan") return engine::Metric::manhattan;
    if (metric == "euclidean") return engine::Metric::euclidean;
    return std::unexpected(Problem{.code = "unreadable_option", .about = "metric"});
}

// `--space 0,100,200,inf --time 0,7,14`: half-open bands [0, 100), [100, 200), …
Answer<Analysis> knox(const Request& request) {
    const auto table = TRY(InputTable::of(request));
    const auto places = TRY(points_of(request, table));
    const auto date_column = TRY(request.text("date"));
    const auto days = TRY(table.days(date_column));
    const auto space = TRY(request.numbers("space")), time = TRY(request.numbers("time"));
    if (const auto refused = degrees_with_metres(places, smallest_positive(space)))
        return std::unexpected(*refused);
    const engine::KnoxOptions options{.space_edges = space,
                                      .time_edges = time,
                                      .metric = TRY(metric_of(request, "manhattan")),
                                      .replicates = TRY(request.small_or("replicates", 999)),
                                      .seed = TRY(request.whole_or("seed", 1)),
                                      .plane = engine::Plane::other_unit};
    foundation::ThreadPool threads(TRY(request.threads()));
    const auto found = TRY(answered(engine::knox(places.x, places.y, days, options, threads.executor())));
    Analysis analysis{.columns = {"space_from", "space_to", "time_from", "time_to", "observed", "expected",
                                  "ratio", "p", "q"}};
    analysis.figure("events", whole(found.events)).figure("tests", whole(found.cells.size()));
    // The first band is the place itself when it ends below a metre or so: repeats, not near repeats.
    const std::size_t near = space.size() > 2 && space[1] <= 1 ? 1 : 0;
    if (const auto window = engine::vigilance_window(found, options, near); window.found)
        analysis.figure("vigilance_distance", window.metres).figure("vigilance_days", window.days);
    for (std::size_t s = 0; s < found.space_bands; ++s)
        for (std::size_t t = 0; t < found.time_bands; ++t) {
            const auto& cell = found.at(s, t);
            analysis.rows.push_back({space[s], space[s + 1], time[t], time[t + 1], whole(cell.observed),
                                     cell.expected, cell.ratio, cell.p, cell.q});
        }
    return analysis;
}

// Knox's own two by two table: `--distance D --days T`, both included.
Answer<Analysis> classical_knox(const Request& request) {
    const auto table = TRY(InputTable::of(request));
    const auto places = TRY(points_of(request, table));
    const auto date_column = TRY(request.text("date"));
    const auto days = TRY(table.days(date_column));
    const engine::ClassicalOptions options{.distance = TRY(request.number("distance")),
                                           .days = TRY(request.number("days")),
                                           .metric = TRY(metric_of(request, "euclidean")),
                                           .replicates = TRY(request.small_or("replicates", 999)),
                                           .seed = TRY(request.whole_or("seed", 1)),
                                           .plane = engine::Plane::other_unit};
    if (const auto refused = degrees_with_metres(places, options.distance)) return std::unexpected(*refused);
    foundation::ThreadPool threads(TRY(request.threads()));
    const auto found =
        TRY(answered(engine::classical_knox(places.x, places.y, days, options, threads.executor())));
    Analysis analysis;
    analysis.figure("observed", whole(found.close_both))
        .figure("expected", found.lambda)
        .figure("p", found.p)
        .figure("p_poisson", found.poisson_p)
        .figure("p_pairs", found.pairs_p)
        .figure("close_in_space_only", whole(found.close_in_space))
        .figure("close_in_time_only", whole(found.close_in_time))
        .figure("neither", whole(found.neither))
        .figure("distance", options.distance)
        .figure("days", options.days);
    return analysis;
}

const AnalyseMethod methods[] = {
    {"knox", "FILE", "x y date space time metric replicates seed",
     "events tests space_from space_to time_from time_to observed expected ratio p q", knox},
    {"knox-classical", "FILE", "x y date distance days metric replicates seed",
     "observed expected p p_poisson p_pairs close_in_space_only close_in_time_only neither distance days",
     classical_knox},
};

}  // namespace

std::span<const AnalyseMethod> cluster_methods() { return methods; }

}  // namespace maillage::app
