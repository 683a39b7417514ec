#include "engine/scan/subset_scan.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>

#include "engine/core/columns.hpp"
#include "engine/core/philox.hpp"
#include "engine/scan/alias_table.hpp"
#include "engine/scan/likelihood.hpp"

namespace maillage::engine {
namespace {

std::optional<Refusal> unusable(std::span<const double> cases, std::span<const double> expected,
                                const ScanOptions& options) {
    if (const auto refused = not_cases_and_people(cases, expected)) return refused;
    const double total = std::accumulate(cases.begin(), cases.end(), 0.0);
    if (total < 2) return Refusal{Reason::too_few_events, total, 2};
    if (total > 1e8) return Refusal{Reason::overflow, total, 1e8};
    if (options.replicates > 99999)
        return Refusal{Reason::parameter_out_of_range, static_cast<double>(options.replicates), 99999};
    return std::nullopt;
}

// A unit near the centre: its place in the centre's list, its cases and what is expected there.
struct Member {
    std::uint32_t place;
    double cases, expected, ratio;
};

struct Subset {
    double llr = 0, cases = 0, expected = 0;
    std::vector<std::uint32_t> places;
};

// The best subset of one centre's units; `members` is scratch.
class CentreScan {
 public:
    CentreScan(std::span<const double> cases, std::span<const double> expected, double total)
        : cases_(cases), expected_(expected), total_(total) {}

    double best(std::span<const std::uint32_t> units, std::vector<Member>& members) const {
        sort(units, members);
        double llr = 0, cases = 0, expected = 0;
        for (const Member& member : members) {
            cases += member.cases;
            expected += member.expected;
            llr = std::max(llr, poisson_llr(cases, expected, total_));
        }
        return llr;
    }

    Subset subset(std::span<const std::uint32_t> units) const {
        std::vector<Member> members;
        sort(units, members);
        Subset found;
        std::size_t size = 0;
        double cases = 0, expected = 0;
        for (std::size_t k = 0; k < members.size(); ++k) {
            cases += members[k].cases;
            expected += members[k].expected;
            // Equal to the last bits: the smaller subset is kept.
            const double llr = poisson_llr(cases, expected, total_);
            if (!(llr > found.llr * (1 + 1e-12))) continue;
            found = {.llr = llr, .cases = cases, .expected = expected, .places = {}};
            size = k + 1;
        }
        for (std::size_t k = 0; k < size; ++k) found.places.push_back(members[k].place);
        std::ranges::sort(found.places);
        return found;
    }

 private:
    void sort(std::span<const std::uint32_t> units, std::vector<Member>& members) const {
        members.clear();
        for (std::uint32_t place = 0; place < units.size(); ++place) {
            const double c = cases_[units[place]], mu = expected_[units[place]];
            if (c > 0) members.push_back({place, c, mu, c / mu});
        }
        std::ranges::sort(members, [](const Member& a, const Member& b) {
            return a.ratio != b.ratio ? a.ratio > b.ratio : a.place < b.place;
        });
    }

    std::span<const double> cases_, expected_;
    double total_;
};

std::vector<ScanCluster> reported(const Zones& zones, const CentreScan& scan, double total,
                                  std::size_t most) {
    std::vector<std::pair<Candidate, Subset>> offers;
    for (std::uint32_t centre = 0; centre < zones.centres(); ++centre) {
        Subset found = scan.subset(zones.of(centre));
        if (found.llr <= 0) continue;
        const Candidate candidate{.centre = centre,
                                  .size = static_cast<std::uint32_t>(found.places.size()),
                                  .cases = found.cases,
                                  .expected = found.expected,
                                  .llr = found.llr};
        offers.emplace_back(candidate, std::move(found));
    }
    std::ranges::sort(offers, [](const auto& a, const auto& b) { return better(a.first, b.first); });
    std::vector<ScanCluster> clusters;
    std::vector<bool> taken(zones.centres(), false);
    for (const auto& [offer, subset] : offers) {
        if (clusters.size() == most) break;
        const auto near = zones.of(offer.centre);
        if (std::ranges::any_of(subset.places, [&](std::uint32_t place) { return taken[near[place]]; }))
            continue;
        ScanCluster& cluster = clusters.emplace_back();
        for (const std::uint32_t place : subset.places) {
            cluster.units.push_back(near[place]);
            taken[near[place]] = true;
        }
        cluster.centre = offer.centre;
        cluster.radius = zones.distance[zones.start[offer.centre] + subset.places.back()];
        cluster.cases = offer.cases;
        cluster.expected = offer.expected;
        cluster.llr = offer.llr;
        const double rest = (total - offer.cases) / (total - offer.expected);
        cluster.relative_risk = rest > 0 ? offer.cases / offer.expected / rest : 0;
    }
    return clusters;
}

}  // namespace

Outcome<ScanResult> subset_scan(std::span<const double> x, std::span<const double> y,
                                std::span<const double> cases, std::span<const double> expected,
                                const ScanOptions& options, const foundation::Executor& run) {
    if (const auto refused = unusable(cases, expected, options)) return std::unexpected(*refused);
    const auto zones = zones_around_units(x, y, expected, options.zones);
    if (!zones) return std::unexpected(zones.error());
    const double total = std::accumulate(cases.begin(), cases.end(), 0.0);
    const double all = std::accumulate(expected.begin(), expected.end(), 0.0);
    std::vector<double> mu(expected.begin(), expected.end());
    for (double& m : mu) m *= total / all;
    ScanResult result{
        .clusters = reported(*zones, CentreScan(cases, mu, total), total, options.most_clusters),
        .total_cases = total,
        .maxima = {}};
    if (result.clusters.empty() || options.replicates == 0) return result;

    const double placed = std::round(total);
    for (double& m : mu) m *= placed / total;
    const AliasTable units(expected);
    result.maxima = replicate_maxima(
        result.clusters, options.replicates, options.replication,
        [&](std::uint32_t first, std::uint32_t count) {
            std::vector<double> maxima(count, 0.0);
            run(count, [&](std::size_t replicate) {
                std::vector<double> drawn(cases.size(), 0.0);
                Draws draws(options.seed, Stream::subset_scan,
                            static_cast<std::uint32_t>(first + replicate + 1));
                for (double k = 0; k < placed; ++k) ++drawn[units.draw(draws)];
                const CentreScan scan(drawn, mu, placed);
                std::vector<Member> members;
                for (std::size_t centre = 0; centre < zones->centres(); ++centre)
                    maxima[replicate] = std::max(maxima[replicate], scan.best(zones->of(centre), members));
            });
            return maxima;
        });
    judge(result.clusters, result.maxima, options.replication);
    if (options.replication.gumbel) result.gumbel = gumbel_law(result.maxima);
    return result;
}

}  // namespace maillage::engine
