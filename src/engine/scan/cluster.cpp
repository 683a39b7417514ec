#include "engine/scan/cluster.hpp"

#include <algorithm>
#include <cmath>

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

std::vector<ScanCluster> report(std::vector<Candidate> best, const Zones& zones, double total,
                                std::size_t most) {
    std::sort(best.begin(), best.end(), better);
    std::vector<ScanCluster> clusters;
    std::vector<bool> taken(zones.centres(), false);
    for (const Candidate& found : best) {
        if (clusters.size() == most || !(found.llr > 0)) break;
        const auto units = zones.of(found.centre).first(found.size);
        if (std::any_of(units.begin(), units.end(), [&](std::uint32_t unit) { return taken[unit]; }))
            continue;
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
