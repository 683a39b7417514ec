#include "engine/scan/cluster.hpp"

#include <algorithm>
#include <cmath>
#include <queue>
#include <set>

namespace maillage::engine {
namespace {

// Equal statistics computed along two paths differ in their last bits: compare in steps of 2⁻³⁰.
double stepped(double llr) { return std::round(llr * 0x1p30); }

// The cylinders seen so far at the level of the latest cluster: many centres find the same one.
class Level {
 public:
    // Whether the cylinder is a new one at its level; a lower level starts afresh.
    bool is_new(const Candidate& found, std::span<const std::uint32_t> units) {
        if (stepped(found.llr) != level_) seen_.clear();
        level_ = stepped(found.llr);
        std::vector<std::uint32_t> key(units.begin(), units.end());
        std::ranges::sort(key);
        key.insert(key.end(), {found.from_step, found.to_step});
        return seen_.insert(std::move(key)).second;
    }

 private:
    double level_ = 0;
    std::set<std::vector<std::uint32_t>> seen_;
};

// `found` has the unit `met` in common with a cluster reported before it: is it as good as that one?
void count_tie(std::vector<ScanCluster>& clusters, const Candidate& found, std::uint32_t met) {
    const auto holder = std::ranges::find_if(
        clusters, [&](const ScanCluster& c) { return std::ranges::find(c.units, met) != c.units.end(); });
    if (holder != clusters.end() && stepped(holder->llr) == stepped(found.llr)) ++holder->ties;
}

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
    Level level;
    while (clusters.size() < most && !offers.empty()) {
        const Candidate found = offers.top();
        offers.pop();
        const auto units = zones.of(found.centre).first(found.size);
        const auto met =
            std::find_if(units.begin(), units.end(), [&](std::uint32_t unit) { return taken[unit]; });
        const bool is_new = level.is_new(found, units);
        if (met != units.end()) {
            if (is_new) count_tie(clusters, found, *met);
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

}  // namespace maillage::engine
