#include "app/analyse_methods.hpp"
#include "app/analyse_places.hpp"
#include "app/analyse_scan_rows.hpp"
#include "engine/scan/cluster_watch.hpp"
#include "engine/scan/subset_scan.hpp"
#include "foundation/result.hpp"

// Clusters of any shape, and clusters that begin to live.
namespace maillage::app {
namespace {

Answer<Analysis> subset_scan(const Request& request) {
    const auto table = TRY(InputTable::of(request));
    const Units units = TRY(units_of(request, table));
    const double radius = TRY(request.number_or("max-radius", 0));
    const auto options = TRY(options_of(request, request.has("latlon"), radius));
    const auto cases = TRY(table.numbers_of(request, "cases"));
    const auto people = TRY(table.numbers_of(request, "population"));
    std::vector<double> there(units.names.size()), expected(there.size());
    for (std::size_t row = 0; row < cases.size(); ++row) {
        there[units.of_row[row]] += cases[row];
        expected[units.of_row[row]] += people[row];
    }
    foundation::ThreadPool threads(TRY(request.threads()));
    const auto found = TRY(answered(
        engine::subset_scan(units.places.x, units.places.y, there, expected, options, threads.executor())));
    Analysis analysis = clusters_of(found, units, {});
    add_replication(analysis, found, options);
    return analysis;
}

// One row an event, in the order of time.
Answer<Analysis> cluster_watch(const Request& request) {
    const auto table = TRY(InputTable::of(request));
    const Points places = TRY(points_of(request, table));
    const auto date_column = TRY(request.text("date"));
    const auto days = TRY(table.days(date_column));
    const engine::ClusterWatchOptions options{.radius = TRY(request.number("radius")),
                                              .epsilon = TRY(request.number_or("epsilon", 0.5)),
                                              .threshold = TRY(request.number("threshold")),
                                              .plane = engine::Plane::other_unit};
    if (const auto refused = degrees_with_metres(places, options.radius)) return std::unexpected(*refused);
    const auto found = TRY(answered(engine::cluster_watch(places.x, places.y, days, options)));
    Analysis analysis{.columns = {"event", "row", "x", "y", "statistic", "alarm"}};
    analysis.figure("threshold", options.threshold)
        .figure("first_alarm", found.alarm ? whole(*found.alarm + 1) : Value())
        .figure("centre", found.centre ? whole(*found.centre + 1) : Value());
    for (std::size_t event = 0; event < found.order.size(); ++event) {
        const std::size_t row = found.order[event];
        analysis.rows.push_back({whole(event + 1), whole(row + 1), places.x[row], places.y[row],
                                 found.statistic[event], found.statistic[event] >= options.threshold});
    }
    return analysis;
}

const AnalyseMethod methods[] = {
    {"subset-scan", "FILE",
     "cases population x y id latlon max-share max-radius replicates seed "
     "sequential-stop gumbel",
     cluster_columns, subset_scan},
    {"cluster-watch", "FILE", "x y date radius epsilon threshold",
     "threshold first_alarm centre event row x y statistic alarm", cluster_watch},
};

}  // namespace

std::span<const AnalyseMethod> free_scan_methods() { return methods; }

}  // namespace maillage::app
