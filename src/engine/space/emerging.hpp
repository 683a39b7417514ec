#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "engine/core/refusal.hpp"
#include "engine/space/neighbours.hpp"

namespace maillage::engine {

// Trend of a short series by ranks (Mann 1945; Kendall 1975): S = Σ_{i<j} sign(xⱼ − xᵢ), variance with ties
//     (n(n−1)(2n+5) − Σ t(t−1)(2t+5))/18, z = (S − sign S)/√V, p two-sided normal; 1 when all are equal.
struct Trend {
    double s = 0, variance = 0, z = 0, p = 1;
};
Trend mann_kendall(std::span<const double> series);

// One unit in one period: its Gi* and the adjusted p within that period's map.
struct PeriodScore {
    double z = 0;
    double q = 1;
};

// Our own classes (docs/explanation/statistics/emerging.md): a period is significant when z > 0 and q ≤ 0.05.
//     emerging:   in the last period only ("nouveau")
//     persistent: in at least 75 % of the periods, the last among them ("persistant")
//     receding:   in at least 50 % of the periods, not in the last, and z falls (p < 0.1; "en recul")
enum class HotSpotClass : std::uint8_t { none, emerging, persistent, receding };

struct EmergingUnit {
    HotSpotClass kind = HotSpotClass::none;
    std::size_t significant = 0;  // periods
    Trend trend;
};

// `scores[period][unit]`, in time order. Refuses fewer than 8 periods and periods of different lengths.
Outcome<std::vector<EmergingUnit>> emerging_classes(std::span<const std::vector<PeriodScore>> scores);

// The same from counts: `values[period][unit]`. A period whose values are all identical has no hot spot.
Outcome<std::vector<EmergingUnit>> emerging_hot_spots(std::span<const std::vector<double>> values,
                                                      const Neighbours& neighbours);

}  // namespace maillage::engine
