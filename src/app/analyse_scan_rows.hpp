#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/analyse_output.hpp"
#include "app/analyse_places.hpp"
#include "engine/scan/spatial_scan.hpp"

// What the scans have in common on the command line.
namespace maillage::app {

constexpr std::string_view cluster_columns =
    "total_cases replicates x y centre radius llr cases expected relative_risk p ties number_of_units units";

// What each step of time is called in the answer: years, months, days… Empty for a scan of space alone.
using StepNames = std::vector<std::string>;
Analysis clusters_of(const engine::ScanResult& found, const Units& units, const StepNames& steps);

// `--max-share S --replicates N --seed S --sequential-stop H --gumbel` and a radius in the unit of the scan's
// coordinates.
Answer<engine::ScanOptions> options_of(const Request& request, bool degrees, double radius);

// What was asked of the replicates beyond their number is named in the answer: the stop after H exceedances
// and whether it came, the law of the maxima and the p it gives.
void add_replication(Analysis& analysis, const engine::ScanResult& found, const engine::ScanOptions& options);

// How long between two false alarms as strong, when the analysis is made every so many steps.
void add_recurrence(Analysis& analysis, const engine::ScanResult& found, std::string column, double every);

}  // namespace maillage::app
