#include "domain/indicators/target_rules.hpp"

#include <cmath>

#include "domain/indicators/comparison_rules.hpp"
#include "engine/rates/binomial.hpp"

namespace maillage::indicators {
namespace {

bool met(Wanted wanted, double value, double target) {
    return wanted == Wanted::down ? value <= target : value >= target;
}

bool is_count(double value) { return value >= 0 && value <= 1e9 && value == std::floor(value); }

std::optional<engine::Interval> interval_of(const Definition& said, const Figure& figure) {
    if (said.computed || said.kind == Kind::activity) return std::nullopt;
    if (said.measure == Measure::count) {
        const auto found = engine::poisson_interval_of(figure.value);
        return found ? std::optional(*found) : std::nullopt;
    }
    if (!figure.of || !is_count(figure.value) || !is_count(*figure.of)) return std::nullopt;
    const auto found = engine::clopper_pearson(static_cast<std::uint64_t>(figure.value),
                                               static_cast<std::uint64_t>(*figure.of));
    if (!found) return std::nullopt;
    return engine::Interval{.low = 100 * found->low, .high = 100 * found->high};
}

// Why this figure concludes nothing, whatever its value.
std::optional<Doubt> doubt_of(const Definition& said, const Figure& figure) {
    if (figure.withheld) return Doubt::withheld;
    if (said.wanted == Wanted::watch) return Doubt::no_direction;
    if (said.computed) return std::nullopt;
    if (figure.provisional) return Doubt::provisional;
    if (figure.period.months() != months_of(said.frequency)) return Doubt::other_period;
    if (figure.perimeter != said.perimeter) return Doubt::other_perimeter;
    if (figure.of && *figure.of < least_base) return Doubt::small_base;
    return std::nullopt;
}

// Until that day has come, or a figure reaches up to it, there is time left.
bool still_due(const Definition& said, const Figure& figure, foundation::Date today) {
    if (!said.target_by) return false;
    const foundation::Date counted_until = said.computed ? today : figure.period.last_day();
    return counted_until < *said.target_by && today <= *said.target_by;
}

}  // namespace

TargetJudgement judge_target(const Definition& said, std::span<const Figure> figures,
                             const std::optional<foundation::Date>& since, foundation::Date today) {
    TargetJudgement judged;
    if (const auto pair = pair_to_compare(figures)) judged.figure = pair->later;
    if (!said.target) {
        judged.outcome = Outcome::no_target;
        return judged;
    }
    if (!judged.figure) return judged;
    if (since && judged.figure->period.last_day() < *since) {
        judged.doubt = Doubt::before_the_term;
        return judged;
    }
    judged.doubt = doubt_of(said, *judged.figure);
    judged.outcome = Outcome::not_concluded;
    if (judged.doubt) return judged;
    judged.interval = interval_of(said, *judged.figure);
    const bool reached = met(said.wanted, judged.figure->shown(), *said.target);
    if (judged.interval && met(said.wanted, judged.interval->low, *said.target) !=
                               met(said.wanted, judged.interval->high, *said.target)) {
        judged.doubt = Doubt::chance;
        return judged;
    }
    if (!reached && still_due(said, *judged.figure, today)) {
        judged.doubt = Doubt::not_due;
        return judged;
    }
    judged.outcome = reached ? Outcome::reached : Outcome::not_reached;
    return judged;
}

}  // namespace maillage::indicators
