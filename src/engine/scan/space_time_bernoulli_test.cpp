#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cmath>

#include "engine/core/philox.hpp"
#include "engine/scan/likelihood.hpp"
#include "engine/scan/people_draw.hpp"
#include "engine/scan/space_time_scan.hpp"
#include "foundation/thread_pool.hpp"

// People who are each a case or not, in a place and a step of time.
namespace maillage::engine {
namespace {

constexpr std::size_t units = 7, steps = 6;

struct Town {
    std::vector<double> x, y, cases, people;
    SpaceTimeTable table() const { return {units, steps, cases, people}; }
};
Town random_town(std::uint64_t seed) {
    Town town;
    Draws draws(seed, Stream::demonstration, 0);
    for (std::size_t i = 0; i < units; ++i) {
        town.x.push_back(draws.below(5));
        town.y.push_back(draws.below(5));
    }
    for (std::size_t cell = 0; cell < units * steps; ++cell) {
        town.people.push_back(draws.below(9));
        town.cases.push_back(std::min(town.people.back(), double(draws.below(4))));
    }
    town.people[0] = town.people[1] = 5;
    town.cases[0] = town.cases[1] = 2;
    return town;
}

double brute_force(const Town& town, bool prospective) {
    double total = 0, all = 0, best = 0;
    for (std::size_t cell = 0; cell < units * steps; ++cell)
        total += town.cases[cell], all += town.people[cell];
    for (std::size_t centre = 0; centre < units; ++centre) {
        std::vector<std::size_t> order{0, 1, 2, 3, 4, 5, 6};
        const auto d = [&](std::size_t i) {
            return std::pow(town.x[i] - town.x[centre], 2) + std::pow(town.y[i] - town.y[centre], 2);
        };
        std::sort(order.begin(), order.end(),
                  [&](auto a, auto b) { return d(a) != d(b) ? d(a) < d(b) : a < b; });
        for (std::size_t size = 1; size <= units; ++size)
            for (std::size_t from = 0; from < steps; ++from)
                for (std::size_t to = from; to < std::min(steps, from + 3); ++to) {
                    double c = 0, n = 0, zone = 0;
                    for (std::size_t k = 0; k < size; ++k)
                        for (std::size_t t = 0; t < steps; ++t) {
                            zone += town.people[order[k] * steps + t];
                            if (t < from || t > to) continue;
                            c += town.cases[order[k] * steps + t];
                            n += town.people[order[k] * steps + t];
                        }
                    if (zone > 0.5 * all || (prospective && to + 1 != steps)) continue;
                    best = std::max(best, bernoulli_llr({c, n}, total, all));
                }
    }
    return best;
}

RC_GTEST_PROP(The_space_time_scan_of_people, is_the_best_of_all_cylinders, ()) {
    const Town town = random_town(static_cast<std::uint64_t>(*rc::gen::inRange(0, 1000000)));
    for (const ScanTime time : {ScanTime::retrospective, ScanTime::prospective}) {
        const auto found = space_time_bernoulli_scan(town.x, town.y, town.table(),
                                                     {.scan = {.replicates = 0}, .time = time});
        RC_ASSERT(found.has_value());
        const double best = found->clusters.empty() ? 0 : found->clusters[0].llr;
        RC_ASSERT(std::abs(best - brute_force(town, time == ScanTime::prospective)) < 1e-9);
    }
}

// With one step of time it is the scan of space, to the last bit of the p.
TEST(The_space_time_scan_of_people, in_one_step_is_the_scan_of_space) {
    const std::vector<double> x{0, 1, 2, 10, 11, 30}, y(6, 0.0);
    const std::vector<double> cases{8, 7, 1, 2, 1, 1}, people{20, 20, 20, 30, 30, 40};
    const ScanOptions options{.replicates = 199, .seed = 4};
    const auto space = bernoulli_scan(x, y, cases, people, options).value();
    const auto both =
        space_time_bernoulli_scan(x, y, {6, 1, cases, people}, {.scan = options, .largest_time_share = 1})
            .value();
    ASSERT_EQ(both.clusters.size(), space.clusters.size());
    for (std::size_t k = 0; k < both.clusters.size(); ++k) {
        EXPECT_NEAR(both.clusters[k].llr, space.clusters[k].llr, 1e-12);
        EXPECT_EQ(both.clusters[k].units, space.clusters[k].units);
        EXPECT_EQ(both.clusters[k].p, space.clusters[k].p);
    }
}

TEST(The_space_time_scan_of_people, has_the_same_maxima_for_1_2_and_7_threads) {
    const Town town = random_town(11);
    const SpaceTimeOptions options{.scan = {.replicates = 99, .seed = 3}};
    const auto alone = space_time_bernoulli_scan(town.x, town.y, town.table(), options).value();
    for (const unsigned threads : {2U, 7U}) {
        foundation::ThreadPool pool(threads);
        EXPECT_EQ(alone.maxima,
                  space_time_bernoulli_scan(town.x, town.y, town.table(), options, pool.executor())->maxima);
    }
}

TEST(The_space_time_scan_of_people, refuses_more_cases_than_people) {
    Town town = random_town(2);
    town.cases[9] = town.people[9] + 1;
    town.people[9] += 0.5;
    EXPECT_EQ(space_time_bernoulli_scan(town.x, town.y, town.table(), {}).error(),
              (Refusal{Reason::negative, 9}));
}

// Few cases are drawn, of many the others: both choose as many, none more than the people there.
TEST(People_chosen_as_cases, are_as_many_as_wanted_and_at_home) {
    const std::vector<double> people{3, 0, 5, 2};
    for (const double wanted : {0.0, 2.0, 5.0, 9.0, 10.0}) {
        const PeopleDraw persons(people, wanted);
        std::vector<double> mean(4, 0.0);
        for (std::uint32_t replicate = 0; replicate < 2000; ++replicate) {
            std::vector<std::uint32_t> cells(4, 0);
            persons.draw(Draws(1, Stream::demonstration, replicate), cells);
            double sum = 0;
            for (std::size_t k = 0; k < 4; ++k) {
                EXPECT_LE(cells[k], people[k]);
                sum += cells[k];
                mean[k] += cells[k] / 2000.0;
            }
            EXPECT_EQ(sum, wanted);
        }
        for (std::size_t k = 0; k < 4; ++k) EXPECT_NEAR(mean[k], wanted * people[k] / 10, 0.12);
    }
}

}  // namespace
}  // namespace maillage::engine
