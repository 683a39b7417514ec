#pragma once

#include <algorithm>
#include <cmath>
#include <optional>
#include <span>

#include "engine/core/refusal.hpp"

// Checks that every method makes of its columns, once.
namespace maillage::engine {

inline std::optional<Refusal> not_finite(std::span<const double> column) {
    for (std::size_t i = 0; i < column.size(); ++i)
        if (!std::isfinite(column[i])) return Refusal{Reason::not_finite, static_cast<double>(i)};
    return std::nullopt;
}

inline std::optional<Refusal> not_counts(std::span<const double> column) {
    if (const auto refused = not_finite(column)) return refused;
    for (std::size_t i = 0; i < column.size(); ++i)
        if (column[i] < 0) return Refusal{Reason::negative, static_cast<double>(i)};
    return std::nullopt;
}

// Values whose differences have a square and a fourth power: beyond it a sum of them is no number.
constexpr double largest_difference = 1e70, smallest_difference = 1e-70;

inline std::optional<Refusal> not_measurable(std::span<const double> column) {
    if (const auto refused = not_finite(column)) return refused;
    double apart = 0;
    for (const double value : column) apart = std::max(apart, std::abs(value / 2 - column[0] / 2) * 2);
    if (apart > largest_difference) return Refusal{Reason::overflow, apart, largest_difference};
    if (!column.empty() && apart < smallest_difference) return Refusal{Reason::all_identical, column[0]};
    return std::nullopt;
}

// The tails of the counting laws are computed up to this mean; no town has counted that much.
constexpr double largest_count = 1e9;

inline std::optional<Refusal> not_countable(std::span<const double> column) {
    if (const auto refused = not_counts(column)) return refused;
    for (const double value : column)
        if (value > largest_count) return Refusal{Reason::overflow, value, largest_count};
    return std::nullopt;
}

inline std::optional<Refusal> lengths_differ(std::size_t found, std::size_t needed) {
    if (found == needed) return std::nullopt;
    return Refusal{Reason::lengths_differ, static_cast<double>(found), static_cast<double>(needed)};
}

// People that no city has, in a unit that no one counts.
constexpr double largest_number = 1e15;

// Cases and people of the same zones: same length, counts, and somebody wherever there is a case.
inline std::optional<Refusal> not_cases_and_people(std::span<const double> cases,
                                                   std::span<const double> people) {
    if (const auto refused = lengths_differ(people.size(), cases.size())) return refused;
    if (const auto refused = not_counts(cases)) return refused;
    if (const auto refused = not_counts(people)) return refused;
    for (const auto column : {cases, people})
        for (const double value : column)
            if (value > largest_number) return Refusal{Reason::overflow, value, largest_number};
    for (std::size_t i = 0; i < cases.size(); ++i)
        if (cases[i] > 0 && people[i] <= 0) return Refusal{Reason::zero_population, static_cast<double>(i)};
    return std::nullopt;
}

}  // namespace maillage::engine
