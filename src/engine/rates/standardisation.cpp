#include "engine/rates/standardisation.hpp"

#include <cmath>
#include <limits>

#include "engine/core/columns.hpp"

namespace maillage::engine {

Outcome<std::vector<StandardisedRatio>> indirect_standardisation(const StratifiedCounts& counts,
                                                                 double level) {
    if (counts.strata == 0 || counts.cases.size() % counts.strata != 0)
        return std::unexpected(Refusal{Reason::lengths_differ, static_cast<double>(counts.cases.size()),
                                       static_cast<double>(counts.strata)});
    if (const auto refused = lengths_differ(counts.population.size(), counts.cases.size()))
        return std::unexpected(*refused);
    if (const auto refused = not_counts(counts.cases)) return std::unexpected(*refused);
    if (const auto refused = not_counts(counts.population)) return std::unexpected(*refused);
    std::vector<double> rate(counts.strata, 0.0), people(counts.strata, 0.0);
    for (std::size_t i = 0; i < counts.cases.size(); ++i) {
        rate[i % counts.strata] += counts.cases[i];
        people[i % counts.strata] += counts.population[i];
    }
    for (std::size_t k = 0; k < counts.strata; ++k) {
        if (rate[k] > 0 && people[k] <= 0)
            return std::unexpected(Refusal{Reason::zero_population, static_cast<double>(k)});
        if (people[k] > 0) rate[k] /= people[k];
    }
    std::vector<StandardisedRatio> zones(counts.cases.size() / counts.strata);
    for (std::size_t zone = 0; zone < zones.size(); ++zone) {
        StandardisedRatio& found = zones[zone];
        for (std::size_t k = 0; k < counts.strata; ++k) {
            found.observed += counts.cases[zone * counts.strata + k];
            found.expected += counts.population[zone * counts.strata + k] * rate[k];
        }
        const auto interval = poisson_interval_of(found.observed, level);
        if (!interval) return std::unexpected(interval.error());
        if (found.expected <= 0) {
            if (found.observed > 0)
                return std::unexpected(Refusal{Reason::zero_population, static_cast<double>(zone)});
            found.interval.high = std::numeric_limits<double>::infinity();
            continue;
        }
        found.ratio = found.observed / found.expected;
        found.interval = {.low = interval->low / found.expected, .high = interval->high / found.expected};
    }
    return zones;
}

Outcome<DirectRate> direct_standardisation(std::span<const double> cases, std::span<const double> population,
                                           std::span<const double> standard, double level) {
    if (const auto refused = not_cases_and_people(cases, population)) return std::unexpected(*refused);
    if (const auto refused = lengths_differ(standard.size(), cases.size())) return std::unexpected(*refused);
    if (const auto refused = not_counts(standard)) return std::unexpected(*refused);
    double total_weight = 0;
    for (const double weight : standard) total_weight += weight;
    if (total_weight <= 0) return std::unexpected(Refusal{Reason::zero_population});
    DirectRate found;
    double observed = 0, unit_variance = 0;
    for (std::size_t k = 0; k < cases.size(); ++k) {
        if (standard[k] > 0 && population[k] <= 0)
            return std::unexpected(Refusal{Reason::zero_population, static_cast<double>(k)});
        if (population[k] <= 0) continue;
        const double scale = standard[k] / total_weight / population[k];
        found.rate += scale * cases[k];
        found.variance += scale * scale * cases[k];
        unit_variance += scale * scale;
        observed += cases[k];
    }
    const auto limits = poisson_interval_of(observed, level);
    if (!limits) return std::unexpected(limits.error());
    const double step = std::sqrt(observed > 0 ? found.variance / observed : unit_variance);
    found.interval = {.low = observed > 0 ? found.rate + step * (limits->low - observed) : 0.0,
                      .high = found.rate + step * (limits->high - observed)};
    return found;
}

}  // namespace maillage::engine
