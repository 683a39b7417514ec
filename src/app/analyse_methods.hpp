#pragma once

#include <span>
#include <string_view>

#include "app/analyse_output.hpp"
#include "app/analyse_request.hpp"

// The methods of `maillage analyse`, one list a group. Each reads its options and columns, calls the engine
// and names the figures; what they mean is in docs/explanation/statistics.
namespace maillage::app {

struct AnalyseMethod {
    std::string_view name;
    std::string_view files;    // "FILE", "" for none
    std::string_view options;  // names separated by spaces, without "--"
    std::string_view gives;    // names of the figures, then of the columns of the table
    Answer<Analysis> (*run)(const Request&);
};

std::span<const AnalyseMethod> rate_methods();
std::span<const AnalyseMethod> map_rate_methods();
std::span<const AnalyseMethod> series_methods();
std::span<const AnalyseMethod> watch_methods();
std::span<const AnalyseMethod> evaluation_methods();
std::span<const AnalyseMethod> space_methods();
std::span<const AnalyseMethod> cluster_methods();
std::span<const AnalyseMethod> scan_methods();
std::span<const AnalyseMethod> point_methods();
std::span<const AnalyseMethod> density_methods();
std::span<const AnalyseMethod> siting_methods();
std::span<const AnalyseMethod> disclosure_methods();
std::span<const AnalyseMethod> rounding_methods();
std::span<const AnalyseMethod> count_methods();
std::span<const AnalyseMethod> emerging_methods();
std::span<const AnalyseMethod> free_scan_methods();
std::span<const AnalyseMethod> view_shed_methods();

}  // namespace maillage::app
