#include "app/analyse_scan_rows.hpp"

#include "foundation/result.hpp"

namespace maillage::app {
namespace {

// A unit's word where the file gives one, else the number of its first row.
Value name_of(std::uint32_t unit, const Units& units) {
    if (units.named) return units.names[unit];
    return std::int64_t{std::stoll(units.names[unit])};
}

Several members(const std::vector<std::uint32_t>& numbers, const Units& units) {
    std::vector<std::string> names;
    std::vector<std::int64_t> rows;
    for (const std::uint32_t unit : numbers) {
        const Value name = name_of(unit, units);
        if (const auto* row = std::get_if<std::int64_t>(&name)) rows.push_back(*row);
        if (const auto* word = std::get_if<std::string>(&name)) names.push_back(*word);
    }
    return units.named ? Several(std::move(names)) : Several(std::move(rows));
}

}  // namespace

Analysis clusters_of(const engine::ScanResult& found, const Units& units, const StepNames& steps) {
    Analysis analysis{.columns = {"x", "y", "centre", "radius", "llr", "cases", "expected", "relative_risk",
                                  "p", "ties", "number_of_units", "units"}};
    if (!steps.empty()) analysis.columns.insert(analysis.columns.end(), {"from", "to", "period"});
    analysis.figure("total_cases", found.total_cases).figure("replicates", whole(found.maxima.size()));
    for (const auto& cluster : found.clusters) {
        std::vector<Value> row{units.places.x[cluster.centre],
                               units.places.y[cluster.centre],
                               name_of(cluster.centre, units),
                               cluster.radius,
                               cluster.llr,
                               cluster.cases,
                               cluster.expected,
                               cluster.relative_risk,
                               cluster.p,
                               whole(cluster.ties),
                               whole(cluster.units.size()),
                               members(cluster.units, units)};
        if (!steps.empty()) {
            const std::string &from = steps[cluster.from_step], &to = steps[cluster.to_step];
            row.insert(row.end(), {Value(from), Value(to), Value(from + "/" + to)});
        }
        analysis.rows.push_back(std::move(row));
    }
    return analysis;
}

Answer<engine::ScanOptions> options_of(const Request& request, bool degrees, double radius) {
    return engine::ScanOptions{.zones = {.coordinates = degrees ? engine::ScanCoordinates::longitude_latitude
                                                                : engine::ScanCoordinates::plane,
                                         .largest_share = TRY(request.number_or("max-share", 0.5)),
                                         .largest_radius = radius},
                               .replicates = TRY(request.small_or("replicates", 999)),
                               .seed = TRY(request.whole_or("seed", 1)),
                               .replication = {.stop_after = TRY(request.small_or("sequential-stop", 0)),
                                               .gumbel = request.has("gumbel")}};
}

void add_replication(Analysis& analysis, const engine::ScanResult& found,
                     const engine::ScanOptions& options) {
    if (options.replication.stop_after > 0)
        analysis.figure("sequential_stop", whole(options.replication.stop_after))
            .figure("stopped_early", found.maxima.size() < options.replicates);
    if (!options.replication.gumbel) return;
    analysis.figure("gumbel_location", found.gumbel ? Value(found.gumbel->location) : Value())
        .figure("gumbel_scale", found.gumbel ? Value(found.gumbel->scale) : Value());
    analysis.columns.emplace_back("gumbel_p");
    for (std::size_t i = 0; i < found.clusters.size(); ++i)
        analysis.rows[i].push_back(maybe(found.clusters[i].gumbel_p));
}

void add_recurrence(Analysis& analysis, const engine::ScanResult& found, std::string column, double every) {
    analysis.columns.push_back(std::move(column));
    for (std::size_t i = 0; i < found.clusters.size(); ++i)
        analysis.rows[i].emplace_back(engine::recurrence_interval_days(found.clusters[i].p, every));
}

}  // namespace maillage::app
