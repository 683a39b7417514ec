#include "app/analyse_scan_rows.hpp"

#include "foundation/result.hpp"

namespace maillage::app {
namespace {

std::string joined(const std::vector<std::uint32_t>& units, const std::vector<std::string>& names) {
    std::string words;
    for (const std::uint32_t unit : units) words += (words.empty() ? "" : " ") + names[unit];
    return words;
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
                               units.names[cluster.centre],
                               cluster.radius,
                               cluster.llr,
                               cluster.cases,
                               cluster.expected,
                               cluster.relative_risk,
                               cluster.p,
                               whole(cluster.ties),
                               whole(cluster.units.size()),
                               joined(cluster.units, units.names)};
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
                               .seed = TRY(request.whole_or("seed", 1))};
}

void add_recurrence(Analysis& analysis, const engine::ScanResult& found, std::string column, double every) {
    analysis.columns.push_back(std::move(column));
    for (std::size_t i = 0; i < found.clusters.size(); ++i)
        analysis.rows[i].emplace_back(engine::recurrence_interval_days(found.clusters[i].p, every));
}

}  // namespace maillage::app
