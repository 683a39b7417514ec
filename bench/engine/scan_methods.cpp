#include <chrono>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <map>
#include <memory>

#include "bench/engine/inputs.hpp"
#include "bench/engine/method.hpp"
#include "engine/scan/cluster_watch.hpp"
#include "engine/scan/permutation_scan.hpp"
#include "engine/scan/spatial_scan.hpp"

namespace maillage::bench {
namespace {

// 281 areas with the populations and cases of a county.
Method poisson(const char* name, double share) {
    return {
        name, [share](std::size_t, const foundation::Executor& run) {
            const Events at = events(281);
            const auto days = at.days();
            std::vector<double> people, cases;
            for (std::size_t i = 0; i < 281; ++i) {
                people.push_back(1000 + std::floor(days[i]) * 5);
                cases.push_back(std::floor(days[i] / 250) + (i % 5 == 0 ? 1 : 0));
            }
            return [=] {
                const auto found =
                    engine::poisson_scan(at.x, at.y, cases, people, {.zones = {.largest_share = share}}, run)
                        .value();
                const double zones = 281 * 281 * share;
                // Every zone of every replicate: an addition and a comparison.
                return Facts{
                    {"llr", found.clusters.front().llr}, {"bytes", 8 * zones}, {"flops", 2 * 999 * zones}};
            };
        }};
}

struct Thefts {
    std::vector<double> latitude, longitude;
    std::vector<engine::DatedCases> cases;
};

// Stands beside the checkout; nothing when it does not.
Thefts new_york() {
    const auto folder = std::filesystem::path(MAILLAGE_SOURCE_DIR) / "../shared/data/satscan/nyc_thefts_2017";
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

std::function<Facts()> permutations(std::size_t, const foundation::Executor& run) {
    const auto city = std::make_shared<Thefts>(new_york());
    return [=] {
        if (city->cases.empty()) return Facts{{"absent", 1}};
        const engine::PermutationScanOptions options{
            .scan = {.zones = {.coordinates = engine::ScanCoordinates::longitude_latitude,
                               .largest_radius = 2000}},
            .most_days = 30};
        const auto found =
            engine::permutation_scan(city->longitude, city->latitude, city->cases, options, run).value();
        return Facts{{"llr", found.clusters.front().llr}};
    };
}

std::function<Facts()> watch(std::size_t n, const foundation::Executor&) {
    const auto at = std::make_shared<Events>(events(n));
    return [=, days = at->days()] {
        const auto found =
            engine::cluster_watch(at->x, at->y, days, {.radius = 500, .epsilon = 0.2, .threshold = 30})
                .value();
        const auto rank = [](const auto& position) {
            return position ? static_cast<double>(*position) + 1 : 0;
        };
        return Facts{{"alarm", rank(found.alarm)}, {"centre", rank(found.centre)}};
    };
}

}  // namespace

std::vector<Method> scan_methods() {
    return {poisson("Scan-Poisson-50", 0.5),
            poisson("Scan-Poisson-15", 0.15),
            {"Cluster-watch", watch},
            {"Scan-permutation", permutations}};
}

}  // namespace maillage::bench
