#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "engine/scan/zones.hpp"

namespace maillage::engine {

// One reported cluster: a zone, and the time steps [from_step, to_step] where the scan has time.
struct ScanCluster {
    std::uint32_t centre = 0;
    std::vector<std::uint32_t> units;  // by distance from the centre
    double radius = 0;                 // distance of the last unit, metres (or the plane's unit)
    std::uint32_t from_step = 0, to_step = 0;
    double cases = 0, expected = 0;
    double relative_risk = 0;  // (c/μ)/((C − c)/(C − μ)); 0 when all cases are inside
    double llr = 0;
    double p = 1;  // of the replicates' maxima; 1 without replicates
};

// The best zone found around one centre; `size` = number of units.
struct Candidate {
    std::uint32_t centre = 0, size = 0, from_step = 0, to_step = 0;
    double cases = 0, expected = 0, llr = 0;
};

// Order of report: higher LLR first; equal ones (to 1e-9): fewer units, then shorter, then the lower centre.
bool better(const Candidate& a, const Candidate& b);

// Secondary clusters: the best of each centre by that order, each that shares no unit with one already kept.
// Two disjoint zones with the same LLR are both kept. At most `most` clusters.
std::vector<ScanCluster> report(std::vector<Candidate> best_of_centres, const Zones& zones, double total,
                                std::size_t most);

// p of every cluster: (1 + #{maxima ≥ its LLR})/(R + 1), ties within 1e-9 counted as ≥.
void judge(std::span<ScanCluster> clusters, std::span<const double> maxima);

// Days between two false alarms as strong, if the analysis is repeated every `days` days.
constexpr double recurrence_interval_days(double p, double days) { return days / p; }

}  // namespace maillage::engine
