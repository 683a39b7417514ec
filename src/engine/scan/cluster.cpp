#include "engine/scan/cluster.hpp"

#include <algorithm>
#include <cmath>
#include <queue>

#include "engine/inference/permutation_p.hpp"

namespace maillage::engine {
namespace {

// Equal statistics computed along two paths differ in their last bits: compare in steps of 2⁻³⁰.
double stepped(double llr) { return std::round(llr * 0x1p30); }

}  // namespace

bool better(const Candidate& a, const Candidate& b) {
    const double first = stepped(a.llr), second = stepped(b.llr);
    if (first != second) return first > second;
    if (a.size != b.size) return a.size < b.size;
    const auto length = [](const Candidate& c) { return c.to_step - c.from_step; };
    if (length(a) != length(b)) return length(a) < length(b);
    if (a.centre != b.centre) return a.centre < b.centre;
    return a.from_step < b.from_step;
}

std::vector<ScanCluster> report(const Zones& zones, const BestOfCentre& best, double total,
                                std::size_t most) {
    const auto worse = [](const Candidate& a, const Candidate& b) { return better(b, a); };
    std::priority_queue<Candidate, std::vector<Candidate>, decltype(worse)> offers(worse);
    const auto offer = [&](std::uint32_t centre, std::size_t most_units) {
        if (most_units == 0) return;
        const Candidate found = best(centre, static_cast<std::uint32_t>(most_units));
        if (found.size > 0) offers.push(found);
    };
    for (std::uint32_t centre = 0; centre < zones.centres(); ++centre) offer(centre, zones.of(centre).size());

    std::vector<ScanCluster> clusters;
    std::vector<bool> taken(zones.centres(), false);
    while (clusters.size() < most && !offers.empty()) {
        const Candidate found = offers.top();
        offers.pop();
        const auto units = zones.of(found.centre).first(found.size);
        const auto met =
            std::find_if(units.begin(), units.end(), [&](std::uint32_t unit) { return taken[unit]; });
        if (met != units.end()) {
            offer(found.centre, static_cast<std::size_t>(met - units.begin()));
            continue;
        }
        for (const std::uint32_t unit : units) taken[unit] = true;
        const double rest = (total - found.cases) / (total - found.expected);
        clusters.push_back({.centre = found.centre,
                            .units = {units.begin(), units.end()},
                            .radius = zones.distance[zones.start[found.centre] + found.size - 1],
                            .from_step = found.from_step,
                            .to_step = found.to_step,
                            .cases = found.cases,
                            .expected = found.expected,
                            .relative_risk = rest > 0 ? found.cases / found.expected / rest : 0,
                            .llr = found.llr});
    }
    return clusters;
}

void judge(std::span<ScanCluster> clusters, std::span<const double> maxima) {
    if (maxima.empty()) return;
    for (ScanCluster& cluster : clusters) {
        const double bound = tie_bound(cluster.llr);
        const auto as_large =
            std::count_if(maxima.begin(), maxima.end(), [&](double m) { return m >= bound; });
        cluster.p = permutation_p(static_cast<std::uint64_t>(as_large), maxima.size());
    }
}

}  // namespace maillage::engine
