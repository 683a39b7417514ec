#include "engine/scan/person_time.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "engine/core/columns.hpp"

namespace maillage::engine {
namespace {

double people_at(std::span<const Census> censuses, double day) {
    if (day <= censuses.front().day) return censuses.front().people;
    if (day >= censuses.back().day) return censuses.back().people;
    std::size_t next = 1;
    while (censuses[next].day < day) ++next;
    const Census &a = censuses[next - 1], &b = censuses[next];
    return a.people + (b.people - a.people) * (day - a.day) / (b.day - a.day);
}

}  // namespace

Outcome<std::vector<double>> person_days(std::span<const Census> censuses, std::span<const double> starts) {
    if (censuses.empty()) return std::unexpected(Refusal{Reason::empty});
    for (std::size_t i = 0; i < censuses.size(); ++i) {
        if (!std::isfinite(censuses[i].day) || !std::isfinite(censuses[i].people))
            return std::unexpected(Refusal{Reason::not_finite, static_cast<double>(i)});
        if (censuses[i].people < 0) return std::unexpected(Refusal{Reason::negative, static_cast<double>(i)});
        if (i > 0 && !(censuses[i].day > censuses[i - 1].day))
            return std::unexpected(Refusal{Reason::window_invalid, censuses[i].day, censuses[i - 1].day});
    }
    if (const auto refused = not_finite(starts)) return std::unexpected(*refused);
    if (starts.size() < 2) return std::unexpected(Refusal{Reason::window_invalid, 0, 1});
    if (starts.back() - starts.front() > 400000)
        return std::unexpected(Refusal{Reason::overflow, starts.back() - starts.front(), 400000});
    std::vector<double> found;
    for (std::size_t step = 1; step < starts.size(); ++step) {
        double sum = 0;
        for (double day = starts[step - 1]; day < starts[step]; ++day) sum += people_at(censuses, day + 0.5);
        found.push_back(sum);
    }
    return found;
}

Outcome<std::vector<double>> expected_of_strata(std::span<const std::vector<double>> person_time,
                                                std::span<const double> cases_of_strata) {
    if (person_time.empty()) return std::unexpected(Refusal{Reason::empty});
    if (const auto refused = lengths_differ(cases_of_strata.size(), person_time.size()))
        return std::unexpected(*refused);
    if (const auto refused = not_counts(cases_of_strata)) return std::unexpected(*refused);
    std::vector<double> expected(person_time[0].size(), 0.0);
    for (std::size_t stratum = 0; stratum < person_time.size(); ++stratum) {
        const auto& cells = person_time[stratum];
        if (const auto refused = lengths_differ(cells.size(), expected.size()))
            return std::unexpected(*refused);
        if (const auto refused = not_counts(cells)) return std::unexpected(*refused);
        const double all = std::accumulate(cells.begin(), cells.end(), 0.0);
        if (cases_of_strata[stratum] > 0 && !(all > 0))
            return std::unexpected(Refusal{Reason::zero_population, static_cast<double>(stratum)});
        for (std::size_t cell = 0; all > 0 && cell < cells.size(); ++cell)
            expected[cell] += cells[cell] * (cases_of_strata[stratum] / all);
    }
    return expected;
}

}  // namespace maillage::engine
