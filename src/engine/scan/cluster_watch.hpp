#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "engine/core/refusal.hpp"
#include "engine/space/neighbours.hpp"

namespace maillage::engine {

struct ClusterWatchOptions {
    double radius = 0;     // ρ, metres
    double epsilon = 0.5;  // ε > 0: the rise that the watch is tuned to, 0.5 = half as many again
    double threshold = 0;  // A > 0: about the number of events between two false alarms
    Plane plane = Plane::metres;
};

struct ClusterWatch {
    std::vector<std::uint32_t> order;   // the events by time, ties by their number
    std::vector<double> statistic;      // R after each event, in that order
    std::optional<std::size_t> alarm;   // position of the first event with R ≥ A
    std::optional<std::size_t> centre;  // position of the event around which the alarm's cluster began
};

// Does a cluster begin to live, event after event? (Assunção & Corrêa 2009, Comput. Stat. Data Anal. 53:2817;
// Shiryaev and Roberts' sum of likelihood ratios over the possible beginnings.) Each event k may be the
// beginning: the cylinder of radius ρ around it, from its time to now, holds N events where
// μ = (events of all times within ρ)·(events since k, k included)/n are expected;
//     Λ(k, n) = (1 + ε)^N·exp(−ε·μ),  R(n) = Σₖ Λ(k, n);  alarm when R ≥ A.
// An event changes the counts of those within ρ only; the ratios of the others move on by a short series.
// Exponents end at 680: beyond R = 10²⁹⁵ the alarm stands and the figure does not grow.
// Refuses coordinates and dates that are not finite, fewer than 2 events, more than 20 000 (`overflow`),
// parameters that are not positive.
Outcome<ClusterWatch> cluster_watch(std::span<const double> x, std::span<const double> y,
                                    std::span<const double> days, const ClusterWatchOptions& options);

}  // namespace maillage::engine
