#include "engine/rates/empirical_bayes_moran.hpp"

#include <cmath>
#include <vector>

#include "engine/core/columns.hpp"
#include "engine/core/philox.hpp"
#include "engine/space/weight_sums.hpp"

namespace maillage::engine {
namespace {

// Centred standardised rates.
std::vector<double> scores(std::span<const double> cases, std::span<const double> people) {
    const auto n = static_cast<double>(cases.size());
    double all_cases = 0, all_people = 0, squares = 0, mean = 0;
    for (std::size_t i = 0; i < cases.size(); ++i) {
        all_cases += cases[i];
        all_people += people[i];
    }
    const double b = all_cases / all_people;
    for (std::size_t i = 0; i < cases.size(); ++i)
        squares += people[i] * (cases[i] / people[i] - b) * (cases[i] / people[i] - b);
    const double a = squares / all_people - b * n / all_people;
    std::vector<double> z(cases.size());
    for (std::size_t i = 0; i < cases.size(); ++i) {
        const double own = b / people[i], variance = a + own;
        z[i] = (cases[i] / people[i] - b) / std::sqrt(variance > 0 ? variance : own);
        mean += z[i] / n;
    }
    for (double& value : z) value -= mean;
    return z;
}

double cross_products(std::span<const double> z, const Neighbours& neighbours, Weights weights) {
    double sum = 0;
    for (std::size_t i = 0; i < z.size(); ++i) {
        double row = 0;
        for (const std::uint32_t j : neighbours.of(i)) row += z[j];
        sum += row_weight(neighbours, weights, i) * z[i] * row;
    }
    return sum;
}

}  // namespace

Outcome<EmpiricalBayesMoran> empirical_bayes_moran(std::span<const double> cases,
                                                   std::span<const double> people,
                                                   const Neighbours& neighbours,
                                                   const EmpiricalBayesMoranOptions& options) {
    if (cases.size() < 3)
        return std::unexpected(
            Refusal{Reason::fewer_than_3_distinct_places, static_cast<double>(cases.size()), 3});
    if (const auto refused = not_cases_and_people(cases, people)) return std::unexpected(*refused);
    if (const auto refused = lengths_differ(neighbours.units(), cases.size()))
        return std::unexpected(*refused);
    double total = 0;
    for (std::size_t i = 0; i < cases.size(); ++i) {
        if (people[i] <= 0) return std::unexpected(Refusal{Reason::zero_population, static_cast<double>(i)});
        total += cases[i];
    }
    if (total <= 0) return std::unexpected(Refusal{Reason::too_few_events, 0, 1});
    const double s0 = weight_sums(neighbours, options.weights).s0;
    if (s0 <= 0) return std::unexpected(Refusal{Reason::no_neighbours});
    std::vector<double> z = scores(cases, people);
    double squares = 0;
    for (const double value : z) squares += value * value;
    if (squares <= 1e-24 * static_cast<double>(z.size()))
        return std::unexpected(Refusal{Reason::all_identical, cases[0] / people[0]});
    const double scale = static_cast<double>(z.size()) / s0 / squares;
    EmpiricalBayesMoran found{.statistic = scale * cross_products(z, neighbours, options.weights),
                              .expected = -1 / static_cast<double>(z.size() - 1),
                              .replicates = options.replicates};
    const double bound = found.statistic - 1e-9 * std::abs(found.statistic);
    unsigned at_least = 0;
    std::vector<double> shuffled(z.size());
    for (unsigned replicate = 0; replicate < options.replicates; ++replicate) {
        Draws draws(options.seed, Stream::permutation, replicate);
        shuffled = z;
        for (auto left = static_cast<std::uint32_t>(z.size()); left > 1; --left)
            std::swap(shuffled[left - 1], shuffled[draws.below(left)]);
        if (scale * cross_products(shuffled, neighbours, options.weights) >= bound) ++at_least;
    }
    found.p_greater = (1.0 + at_least) / (1.0 + options.replicates);
    return found;
}

}  // namespace maillage::engine
