#include <filesystem>
#include <fstream>
#include <memory>
#include <string>

#include "bench/engine/method.hpp"
#include "engine/scan/space_time_scan.hpp"
#include "engine/siting/coverage.hpp"
#include "tests/support/new_mexico.hpp"

// Methods whose peers' seconds are those of public data sets. These stand beside the checkout; where they do
// not, the bench says so.
namespace maillage::bench {
namespace {

std::filesystem::path beside(const char* name) {
    return std::filesystem::path(MAILLAGE_SOURCE_DIR) / "../shared/data" / name;
}

std::function<Facts()> new_mexico(std::size_t, const foundation::Executor& run) {
    const auto folder = beside("satscan/new_mexico");
    if (!std::filesystem::exists(folder)) return [] { return Facts{{"absent", 1}}; };
    const auto state = std::make_shared<const test::NewMexico>(test::read_new_mexico(folder));
    return [=] {
        const auto found =
            engine::space_time_scan(
                state->longitude, state->latitude,
                {.units = test::NewMexico::units,
                 .steps = test::NewMexico::steps,
                 .cases = state->cases,
                 .expected = state->expected},
                {.scan = {.zones = {.coordinates = engine::ScanCoordinates::longitude_latitude}}}, run)
                .value();
        return Facts{{"llr", found.clusters.front().llr}};
    };
}

// The cells of a line in quotes or not; none holds a line break.
std::vector<std::string> cells_of(const std::string& line) {
    std::vector<std::string> cells(1);
    bool quoted = false;
    for (const char c : line) {
        if (c == '"')
            quoted = !quoted;
        else if (c == ',' && !quoted)
            cells.emplace_back();
        else
            cells.back() += c;
    }
    return cells;
}

struct York {
    std::vector<double> building_x, building_y, crime_x, crime_y;
    std::vector<std::uint8_t> existing;
};

York york() {
    York city;
    std::string line;
    std::ifstream buildings(beside("crime/york_listed_buildings.csv"));
    for (std::getline(buildings, line); std::getline(buildings, line);) {
        const auto cells = cells_of(line);  // long, lat, name, grade
        city.building_x.push_back(std::stod(cells[0]));
        city.building_y.push_back(std::stod(cells[1]));
        city.existing.push_back(cells[3] == "I");
    }
    std::ifstream crimes(beside("crime/york_crime_sept2016.csv"));
    for (std::getline(crimes, line); std::getline(crimes, line);) {
        const auto cells = cells_of(line);  // category, lat, long, …
        city.crime_x.push_back(std::stod(cells[2]));
        city.crime_y.push_back(std::stod(cells[1]));
    }
    return city;
}

// From what each building covers to twenty sites and the proof that none are better; distances are not timed,
// as they are not beside.
std::function<Facts()> covering(std::size_t, const foundation::Executor&) {
    const auto city = std::make_shared<const York>(york());
    if (city->crime_x.empty()) return [] { return Facts{{"absent", 1}}; };
    const auto coverage = std::make_shared<const engine::Coverage>(
        engine::coverage_within({.candidate_x = city->building_x,
                                 .candidate_y = city->building_y,
                                 .demand_x = city->crime_x,
                                 .demand_y = city->crime_y,
                                 .demand_weight = {},
                                 .radius = 100,
                                 .plane = engine::SitingPlane::longitude_latitude})
            .value());
    return [=] {
        const auto found = engine::add_sites(*coverage, city->existing, {.sites = 20}).value();
        return Facts{{"covered", found.already + found.added.covered},
                     {"bound", found.already + found.added.bound}};
    };
}

}  // namespace

std::vector<Method> reference_methods() {
    return {{"Scan-space-time", new_mexico}, {"Covering-York", covering}};
}

}  // namespace maillage::bench
