#include "engine/scan/permutation_scan.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <fstream>
#include <map>

#include "engine/core/philox.hpp"
#include "engine/scan/likelihood.hpp"
#include "foundation/thread_pool.hpp"
#include "tests/support/reference_data.hpp"

namespace maillage::engine {
namespace {

struct Thefts {
    std::vector<std::string> tracts;
    std::vector<double> latitude, longitude;
    std::vector<DatedCases> cases;
};

Thefts new_york(const std::filesystem::path& folder) {
    Thefts city;
    std::map<std::string, std::uint32_t> number;
    std::string name, date;
    double a = 0, b = 0;
    for (std::ifstream in(folder / "nyctheft2017.geo"); in >> name >> a >> b;) {
        number[name] = static_cast<std::uint32_t>(city.tracts.size());
        city.tracts.push_back(name);
        city.latitude.push_back(a);
        city.longitude.push_back(b);
    }
    std::uint32_t count = 0;
    for (std::ifstream in(folder / "nyctheft2017.cas"); in >> name >> count >> date;) {
        const std::chrono::sys_days day =
            std::chrono::year(std::stoi(date.substr(0, 4))) /
            std::chrono::month(static_cast<unsigned>(std::stoi(date.substr(5, 2)))) /
            std::chrono::day(static_cast<unsigned>(std::stoi(date.substr(8, 2))));
        const std::chrono::sys_days first = std::chrono::year(2017) / 1 / 1;
        city.cases.push_back({number.at(name), static_cast<std::uint32_t>((day - first).count()), count});
    }
    return city;
}

// Vehicle thefts in New York, 2017: SaTScan 10.3.2 needs 1.9 s a replicate for this one.
TEST(The_permutation_scan, of_new_yorks_vehicle_thefts_is_satscans) {
    REFERENCE_FOLDER(folder, "satscan/nyc_thefts_2017");
    const Thefts city = new_york(folder);
    const auto found =
        permutation_scan(
            city.longitude, city.latitude, city.cases,
            {.scan = {.zones = {.coordinates = ScanCoordinates::longitude_latitude, .largest_radius = 2000},
                      .replicates = 2,
                      .seed = 1,
                      .most_clusters = 12},
             .most_days = 30})
            .value();
    EXPECT_EQ(found.total_cases, 7885);
    ASSERT_EQ(found.clusters.size(), 12U);
    const double statistics[] = {23.075112, 21.808639, 19.919096, 19.724443, 19.675600, 18.597622,
                                 18.169289, 15.829506, 14.413938, 13.726541, 13.561602, 13.394311};
    const double counts[] = {6, 6, 4, 4, 7, 6, 5, 19, 15, 3, 4, 5};
    const std::size_t sizes[] = {1, 5, 1, 1, 8, 5, 1, 22, 18, 1, 6, 6};
    const unsigned first_day[] = {67, 276, 363, 32, 164, 100, 226, 335, 13, 137, 272, 48};
    const unsigned lengths[] = {1, 1, 1, 1, 2, 2, 1, 17, 10, 1, 1, 3};
    for (std::size_t k = 0; k < 12; ++k) {
        const ScanCluster& cluster = found.clusters[k];
        EXPECT_NEAR(cluster.llr, statistics[k], 1e-6) << "cluster " << k + 1;
        EXPECT_EQ(cluster.cases, counts[k]) << "cluster " << k + 1;
        EXPECT_EQ(cluster.from_step, first_day[k]) << "cluster " << k + 1;
        EXPECT_EQ(cluster.to_step - cluster.from_step + 1, lengths[k]) << "cluster " << k + 1;
        // The eleventh has ties: any zone with its statistic, count and days will do.
        if (k != 10) EXPECT_EQ(cluster.units.size(), sizes[k]) << "cluster " << k + 1;
    }
    EXPECT_EQ(city.tracts[found.clusters[0].units[0]], "36081088400");
    EXPECT_EQ(city.tracts[found.clusters[1].centre], "36081099704");
    for (const double maximum : found.maxima) EXPECT_TRUE(maximum == 0 || (maximum > 12 && maximum < 17));
}

struct Town {
    std::vector<double> x, y;
    std::vector<DatedCases> cases;
    std::uint32_t days;
};
Town random_town(std::uint64_t seed) {
    Town town;
    Draws draws(seed, Stream::demonstration, 1);
    const std::uint32_t units = 3 + draws.below(7);
    town.days = 4 + draws.below(20);
    for (std::uint32_t i = 0; i < units; ++i) {
        town.x.push_back(draws.below(6));
        town.y.push_back(draws.below(6));
    }
    for (std::uint32_t k = 0, n = 4 + draws.below(40); k < n; ++k)
        town.cases.push_back({draws.below(units), draws.below(town.days), 1 + draws.below(2)});
    return town;
}

// Every cylinder, counted from scratch.
double brute_force(const Town& town, std::uint32_t longest, bool prospective) {
    double total = 0, best = 0;
    for (const auto& one : town.cases) total += one.count;
    for (std::size_t centre = 0; centre < town.x.size(); ++centre) {
        std::vector<std::size_t> order(town.x.size());
        for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
        const auto d = [&](std::size_t i) {
            return std::pow(town.x[i] - town.x[centre], 2) + std::pow(town.y[i] - town.y[centre], 2);
        };
        std::sort(order.begin(), order.end(),
                  [&](auto a, auto b) { return d(a) != d(b) ? d(a) < d(b) : a < b; });
        std::vector<bool> in(town.x.size(), false);
        for (const std::size_t unit : order) {
            in[unit] = true;
            double zone = 0;
            for (const auto& one : town.cases) zone += in[one.unit] ? one.count : 0;
            if (zone > 0.5 * total) break;
            for (std::uint32_t from = 0; from < town.days; ++from)
                for (std::uint32_t to = from; to < std::min(town.days, from + longest); ++to) {
                    if (prospective && to + 1 != town.days) continue;
                    double c = 0, all = 0;
                    for (const auto& one : town.cases) {
                        if (one.day < from || one.day > to) continue;
                        all += one.count;
                        c += in[one.unit] ? one.count : 0;
                    }
                    best = std::max(best, poisson_llr(c, zone * all / total, total));
                }
        }
    }
    return best;
}

// A thousand random towns, both modes: the windows left out never held the maximum.
TEST(Event_anchored_windows, find_the_maximum_of_all_cylinders) {
    for (std::uint64_t seed = 0; seed < 500; ++seed) {
        const Town town = random_town(seed);
        const std::uint32_t longest = 1 + static_cast<std::uint32_t>(seed % (town.days / 2 + 1));
        for (const bool prospective : {false, true}) {
            const auto found =
                permutation_scan(town.x, town.y, town.cases,
                                 {.scan = {.replicates = 0},
                                  .days = town.days,
                                  .most_days = longest,
                                  .time = prospective ? ScanTime::prospective : ScanTime::retrospective});
            const double best = brute_force(town, longest, prospective);
            if (!found) {
                ASSERT_EQ(found.error().reason, Reason::too_few_events);
                continue;
            }
            ASSERT_NEAR(found->clusters.empty() ? 0 : found->clusters[0].llr, best, 1e-9) << "town " << seed;
        }
    }
}

TEST(The_permutation_scan, has_the_same_maxima_for_1_2_and_7_threads) {
    const Town town = random_town(4);
    const PermutationScanOptions options{.scan = {.replicates = 99, .seed = 3}, .days = town.days};
    const auto alone = permutation_scan(town.x, town.y, town.cases, options).value();
    for (const unsigned threads : {2U, 7U}) {
        foundation::ThreadPool pool(threads);
        EXPECT_EQ(alone.maxima,
                  permutation_scan(town.x, town.y, town.cases, options, pool.executor())->maxima);
    }
}

TEST(The_permutation_scan, finds_a_burst_that_lasts_until_today) {
    Town town = random_town(8);
    town.cases.push_back({0, town.days - 1, 9});
    const auto found = permutation_scan(town.x, town.y, town.cases,
                                        {.scan = {.zones = {.largest_share = 0.9}, .replicates = 99},
                                         .days = town.days,
                                         .time = ScanTime::prospective})
                           .value();
    EXPECT_EQ(found.clusters[0].to_step, town.days - 1);
    EXPECT_LE(found.clusters[0].p, 0.15);
}

TEST(The_permutation_scan, refuses_units_and_days_that_do_not_exist) {
    const std::vector<double> x{0, 1};
    const auto reason = [&](std::vector<DatedCases> cases) {
        return permutation_scan(x, x, cases, {.days = 10}).error().reason;
    };
    EXPECT_EQ(reason({}), Reason::empty);
    EXPECT_EQ(reason({{2, 0, 1}}), Reason::index_out_of_range);
    EXPECT_EQ(reason({{1, 10, 1}}), Reason::index_out_of_range);
    EXPECT_EQ(reason({{1, 1, 1}}), Reason::too_few_events);
    EXPECT_EQ(reason({{1, 1, 70000}}), Reason::overflow);
}

}  // namespace
}  // namespace maillage::engine
