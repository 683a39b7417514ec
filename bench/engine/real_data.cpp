#include <chrono>
#include <filesystem>
#include <fstream>
#include <map>

#include "bench/engine/stopwatch.hpp"
#include "engine/scan/permutation_scan.hpp"

// Data that stand beside the checkout; their lines are left out when it does not.
namespace maillage::bench {
namespace {

struct Thefts {
    std::vector<double> latitude, longitude;
    std::vector<engine::DatedCases> cases;
};

Thefts new_york(const std::filesystem::path& folder) {
    Thefts city;
    std::map<std::string, std::uint32_t> number;
    std::string name, date;
    double latitude = 0, longitude = 0;
    for (std::ifstream in(folder / "nyctheft2017.geo"); in >> name >> latitude >> longitude;) {
        number.emplace(name, static_cast<std::uint32_t>(city.latitude.size()));
        city.latitude.push_back(latitude);
        city.longitude.push_back(longitude);
    }
    const std::chrono::sys_days first = std::chrono::year(2017) / 1 / 1;
    std::uint32_t count = 0;
    for (std::ifstream in(folder / "nyctheft2017.cas"); in >> name >> count >> date;) {
        const auto part = [&](std::size_t from, std::size_t length) {
            return static_cast<unsigned>(std::stoi(date.substr(from, length)));
        };
        const std::chrono::sys_days day =
            std::chrono::year(2017) / std::chrono::month(part(5, 2)) / std::chrono::day(part(8, 2));
        city.cases.push_back({number.at(name), static_cast<std::uint32_t>((day - first).count()), count});
    }
    return city;
}

}  // namespace

void real_data(const Stopwatch& watch) {
    const auto folder = std::filesystem::path(MAILLAGE_SOURCE_DIR) / "../shared/data/satscan/nyc_thefts_2017";
    if (!std::filesystem::exists(folder) || !watch.wants("Scan-permutation", 0)) return;
    const Thefts city = new_york(folder);
    engine::PermutationScanOptions options{
        .scan = {.zones = {.coordinates = engine::ScanCoordinates::longitude_latitude,
                           .largest_radius = 2000}},
        .most_days = 30};
    for (const std::uint32_t replicates : {0U, 999U}) {
        options.scan.replicates = replicates;
        watch.time("Scan-permutation", 7885,
                   replicates == 0 ? "New York thefts" : "New York thefts 999 replicates", [&] {
                       static_cast<void>(engine::permutation_scan(city.longitude, city.latitude, city.cases,
                                                                  options, watch.run()));
                   });
    }
}

}  // namespace maillage::bench
