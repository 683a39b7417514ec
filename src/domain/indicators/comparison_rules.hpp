#pragma once

#include <cstdint>
#include <expected>
#include <optional>
#include <span>

#include "domain/indicators/indicator_types.hpp"
#include "engine/inference/certainty.hpp"
#include "engine/rates/poisson_interval.hpp"

namespace maillage::indicators {

// Why two figures are not compared. Each is a sentence of the interface that says what to do.
enum class Unlike : std::uint8_t {
    periods,     // 11 months against 12, or other months of the year (R-STA-1)
    perimeters,  // the commune against the police district
    whole,       // a share whose part and whole are of two perimeters
    withheld,    // the reader is not given one of them
    both_zero,   // nothing counted on either side
    no_whole,    // a share of nothing
    definition   // the series is broken between the two
};

struct Comparison {
    Figure later, earlier;
    // R-STA-2: a percentage of change below a base of 30 says nothing.
    bool percentage_fits = true;
    // Of counts: later / earlier. Of shares and percentages: in points. Of numbers: the difference.
    double change = 0;
    // 95 %, of what `change` is; nothing when it cannot be known (the counts behind are not given).
    std::optional<engine::Interval> interval;
    engine::Direction direction = engine::Direction::none;  // up or down when chance hardly explains it
    engine::Certainty certainty = engine::Certainty::none;
};

// A base under which counts speak alone (R-STA-2).
inline constexpr double least_base = 30;

// Like for like, or why not. Counts: exact ratio (engine/rates/rate_ratio.hpp). Shares: Newcombe's interval
// of a difference (engine/rates/share_difference.hpp). Certainty: three words by
// engine/inference/certainty.hpp, one step less for provisional figures. `breaks`: months from which values
// mean something else (Indicator::breaks).
std::expected<Comparison, Unlike> compare(Measure measure, const Figure& later, const Figure& earlier,
                                          std::span<const int> breaks = {});

// The latest figure and the one of the same months of the nearest earlier year, of the same perimeter.
struct Pair {
    Figure later;
    std::optional<Figure> earlier;
    // Without an earlier one: the latest figure before, that is not comparable, and why.
    std::optional<Figure> unlike;
    std::optional<Unlike> why;
};
// Nothing without figures. `figures` in any order.
std::optional<Pair> pair_to_compare(std::span<const Figure> figures, std::span<const int> breaks = {});
// Whether a break stands between two periods, or within the later one.
bool broken_between(const Period& earlier, const Period& later, std::span<const int> breaks);

}  // namespace maillage::indicators
