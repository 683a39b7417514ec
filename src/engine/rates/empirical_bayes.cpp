#include "engine/rates/empirical_bayes.hpp"

#include <algorithm>

#include "engine/core/columns.hpp"

namespace maillage::engine {
namespace {

// (r − b)·a/(a + b/n) written without r = y/n, so that nobody living there is no division by zero.
double shrunk(double cases, double people, double mean, double variance) {
    if (mean <= 0) return 0;
    return mean + (cases - people * mean) * variance / (variance * people + mean);
}

// n(r − m)² = (y − nm)²/n
double squared_excess(double cases, double people, double mean) {
    return people > 0 ? (cases - people * mean) * (cases - people * mean) / people : 0;
}

struct Sums {
    double cases = 0, people = 0, inhabited = 0, squares = 0;
    double mean() const { return people > 0 ? cases / people : 0; }
    double variance() const {
        return people > 0 ? std::max(0.0, squares / people - mean() * inhabited / people) : 0;
    }
};

}  // namespace

Outcome<SmoothedRates> empirical_bayes(std::span<const double> cases, std::span<const double> people) {
    if (cases.empty()) return std::unexpected(Refusal{Reason::empty});
    if (const auto refused = not_cases_and_people(cases, people)) return std::unexpected(*refused);
    Sums all;
    for (std::size_t i = 0; i < cases.size(); ++i) {
        all.cases += cases[i];
        all.people += people[i];
        if (people[i] > 0) ++all.inhabited;
    }
    if (all.cases <= 0) return std::unexpected(Refusal{Reason::too_few_events, 0, 1});
    for (std::size_t i = 0; i < cases.size(); ++i)
        all.squares += squared_excess(cases[i], people[i], all.mean());
    SmoothedRates smoothed{.mean = all.mean(), .variance = all.variance()};
    smoothed.rate.reserve(cases.size());
    for (std::size_t i = 0; i < cases.size(); ++i)
        smoothed.rate.push_back(shrunk(cases[i], people[i], smoothed.mean, smoothed.variance));
    return smoothed;
}

Outcome<std::vector<double>> local_empirical_bayes(std::span<const double> cases,
                                                   std::span<const double> people,
                                                   const Neighbours& neighbours) {
    if (cases.empty()) return std::unexpected(Refusal{Reason::empty});
    if (const auto refused = not_cases_and_people(cases, people)) return std::unexpected(*refused);
    if (const auto refused = lengths_differ(neighbours.units(), cases.size()))
        return std::unexpected(*refused);
    std::vector<Sums> around(cases.size());
    const auto visit = [&](std::size_t unit, auto&& act) {
        act(around[unit], unit);
        for (const std::uint32_t other : neighbours.of(unit)) act(around[unit], other);
    };
    for (std::size_t i = 0; i < cases.size(); ++i)
        visit(i, [&](Sums& sums, std::size_t j) {
            sums.cases += cases[j];
            sums.people += people[j];
            if (people[j] > 0) ++sums.inhabited;
        });
    for (std::size_t i = 0; i < cases.size(); ++i)
        visit(i, [&](Sums& sums, std::size_t j) {
            sums.squares += squared_excess(cases[j], people[j], around[j].mean());
        });
    std::vector<double> rates(cases.size());
    for (std::size_t i = 0; i < cases.size(); ++i)
        rates[i] = shrunk(cases[i], people[i], around[i].mean(), around[i].variance());
    return rates;
}

}  // namespace maillage::engine
