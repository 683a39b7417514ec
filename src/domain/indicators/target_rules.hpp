#pragma once

#include <cstdint>
#include <optional>
#include <span>

#include "domain/indicators/indicator_types.hpp"
#include "engine/rates/poisson_interval.hpp"

namespace maillage::indicators {

// How the latest figure stands against the target.
enum class Outcome : std::uint8_t { reached, not_reached, not_concluded, no_figure, no_target };

// What keeps from concluding, or from judging at all.
enum class Doubt : std::uint8_t {
    withheld,         // the reader is not given the latest figure
    before_the_term,  // the latest figure is older than what is reviewed
    provisional,
    other_period,     // not of the length that the definition says
    other_perimeter,  // counted elsewhere than the definition says
    small_base,       // a share of fewer than 30 (R-STA-2)
    chance,           // the target is within the 95 % interval
    no_direction,     // neither a rise nor a fall is wanted
    not_due           // missed so far, and its day has not come
};

struct TargetJudgement {
    Outcome outcome = Outcome::no_figure;
    std::optional<Doubt> doubt;
    std::optional<Figure> figure;              // the latest
    std::optional<engine::Interval> interval;  // of what it shows, where chance plays a part
};

// An activity is counted whole: done is done. A result, an impact or a context varies by chance, and is
// called reached or not only where its exact interval leaves the target out: counts by Garwood, shares by
// Clopper and Pearson (engine/rates). What is computed from the strategy is today's, whole, and needs no
// interval. A target that is missed before its day is not judged yet: neither the figure nor today is there;
// reached early, it is reached. `since`: the first day of what is reviewed; figures that end before it judge
// nothing.
TargetJudgement judge_target(const Definition& definition, std::span<const Figure> figures,
                             const std::optional<foundation::Date>& since, foundation::Date today);

}  // namespace maillage::indicators
