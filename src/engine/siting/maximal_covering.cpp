#include <algorithm>
#include <cmath>
#include <numeric>
#include <queue>

#include "engine/core/columns.hpp"
#include "engine/siting/coverage.hpp"
#include "engine/siting/lagrangian_bound.hpp"
#include "engine/siting/reduced_coverage.hpp"

namespace maillage::engine {
namespace {

using Choice = std::vector<std::uint32_t>;

double gain_of(const ReducedCoverage& r, std::span<const std::uint32_t> times, std::uint32_t candidate) {
    double gain = 0;
    for (const std::uint32_t row : r.rows_of[candidate])
        if (times[row] == 0) gain += r.weight[row];
    return gain;
}

double covered_by(const ReducedCoverage& r, const Choice& choice) {
    std::vector<std::uint32_t> times(r.weight.size(), 0);
    double covered = 0;
    for (const std::uint32_t c : choice)
        for (const std::uint32_t row : r.rows_of[c])
            if (times[row]++ == 0) covered += r.weight[row];
    return covered;
}

// Adds candidates to `choice` until it has `sites`; a stale gain at the top is computed anew.
void greedy(const ReducedCoverage& r, std::uint32_t sites, std::span<const std::uint8_t> allowed,
            Choice& choice) {
    std::vector<std::uint32_t> times(r.weight.size(), 0);
    for (const std::uint32_t c : choice)
        for (const std::uint32_t row : r.rows_of[c]) ++times[row];
    struct Offer {
        double gain;
        std::uint32_t candidate;
        std::size_t made_at;
    };
    const auto less = [](const Offer& a, const Offer& b) {
        return a.gain != b.gain ? a.gain < b.gain : a.candidate > b.candidate;
    };
    std::priority_queue<Offer, std::vector<Offer>, decltype(less)> offers(less);
    for (std::uint32_t c = 0; c < r.rows_of.size(); ++c)
        if (allowed[c] != 0 && std::find(choice.begin(), choice.end(), c) == choice.end())
            offers.push({gain_of(r, times, c), c, choice.size()});
    while (choice.size() < sites && !offers.empty()) {
        Offer best = offers.top();
        offers.pop();
        if (best.made_at != choice.size()) {
            offers.push({gain_of(r, times, best.candidate), best.candidate, choice.size()});
            continue;
        }
        choice.push_back(best.candidate);
        for (const std::uint32_t row : r.rows_of[best.candidate]) ++times[row];
    }
}

// One chosen site for one other, the best such swap each time, while it gains.
void swap_while_better(const ReducedCoverage& r, Choice& choice) {
    std::vector<std::uint32_t> times(r.weight.size(), 0);
    for (const std::uint32_t c : choice)
        for (const std::uint32_t row : r.rows_of[c]) ++times[row];
    for (bool gained = true; gained;) {
        gained = false;
        for (std::uint32_t& site : choice) {
            double best = 0;
            for (const std::uint32_t row : r.rows_of[site])
                if (--times[row] == 0) best += r.weight[row];
            const double loss = best;
            std::uint32_t with = site;
            for (std::uint32_t c = 0; c < r.rows_of.size(); ++c)
                if (const double gain = gain_of(r, times, c); gain > best + 1e-9 * (1 + loss)) {
                    best = gain;
                    with = c;
                }
            gained |= with != site;
            site = with;
            for (const std::uint32_t row : r.rows_of[site]) ++times[row];
        }
    }
}

class BranchAndBound {
 public:
    BranchAndBound(const ReducedCoverage& r, std::uint32_t sites, std::uint64_t most_nodes)
        : r_(r), sites_(sites), nodes_left_(most_nodes), state_(r.rows_of.size(), Free) {
        const bool whole = std::all_of(r.weight.begin(), r.weight.end(),
                                       [](double w) { return w == std::floor(w) && w < 1e15; });
        // Two different totals of whole weights differ by 1.
        step_ = whole ? 1 : 0;
    }

    void run(Choice start) {
        best_ = std::move(start);
        covered_ = covered_by(r_, best_);
        bound_ = covered_;
        explore(std::vector<double>(r_.weight.begin(), r_.weight.end()), true);
        bound_ = std::max(bound_, covered_);
    }
    const Choice& best() const { return best_; }
    double covered() const { return covered_; }
    double bound() const { return bound_; }

 private:
    bool hopeless(double bound) const { return bound < covered_ + step_ - 1e-7 * (1 + covered_); }
    void keep(const Choice& choice) {
        if (const double covered = covered_by(r_, choice); covered > covered_) {
            covered_ = covered;
            best_ = choice;
        }
    }

    void explore(std::vector<double> prices, bool root) {
        if (chosen_.size() == sites_) {
            keep(chosen_);
            return;
        }
        const LagrangianBound found = lagrangian_bound(
            r_, {.sites = sites_, .state = state_, .target = covered_ + step_, .steps = root ? 600U : 60U},
            prices);
        Choice choice = found.choice;
        if (!choice.empty()) {
            if (root) swap_while_better(r_, choice);
            keep(choice);
        }
        if (hopeless(found.bound)) return;
        if (nodes_left_ == 0) {
            bound_ = std::max(bound_, found.bound);
            return;
        }
        --nodes_left_;
        const std::uint32_t next = found.branch;
        if (next == ~0U) return;
        state_[next] = Inside;
        chosen_.push_back(next);
        explore(prices, false);
        chosen_.pop_back();
        state_[next] = Outside;
        explore(std::move(prices), false);
        state_[next] = Free;
    }

    const ReducedCoverage& r_;
    std::uint32_t sites_;
    std::uint64_t nodes_left_;
    std::vector<SiteState> state_;
    Choice chosen_, best_;
    double covered_ = 0, bound_ = 0, step_ = 0;
};

// Falling marginal gains: the greedy order of the sites chosen.
void put_in_order(const ReducedCoverage& r, const Choice& choice, Siting& siting) {
    std::vector<std::uint8_t> allowed(r.rows_of.size(), 0);
    for (const std::uint32_t c : choice) allowed[c] = 1;
    Choice ordered;
    greedy(r, static_cast<std::uint32_t>(choice.size()), allowed, ordered);
    std::vector<std::uint32_t> times(r.weight.size(), 0);
    for (const std::uint32_t c : ordered) {
        siting.gains.push_back(gain_of(r, times, c));
        siting.covered += siting.gains.back();
        siting.chosen.push_back(r.original[c]);
        for (const std::uint32_t row : r.rows_of[c]) ++times[row];
    }
}

}  // namespace

Outcome<Siting> maximal_covering(const Coverage& coverage, const SitingOptions& options) {
    if (coverage.covered.empty()) return std::unexpected(Refusal{Reason::empty});
    if (const auto refused = not_counts(coverage.weight)) return std::unexpected(*refused);
    if (options.sites < 1) return std::unexpected(Refusal{Reason::parameter_out_of_range, 0, 1});
    for (const auto& covered : coverage.covered)
        for (const std::uint32_t d : covered)
            if (d >= coverage.weight.size())
                return std::unexpected(Refusal{Reason::index_out_of_range, static_cast<double>(d),
                                               static_cast<double>(coverage.weight.size())});
    const ReducedCoverage r = reduced(coverage);
    Siting siting{.reduced_candidates = r.rows_of.size(), .reduced_demand = r.weight.size()};
    const auto sites = std::min<std::uint32_t>(options.sites, static_cast<std::uint32_t>(r.rows_of.size()));
    Choice choice;
    greedy(r, sites, std::vector<std::uint8_t>(r.rows_of.size(), 1), choice);
    swap_while_better(r, choice);
    double bound = std::accumulate(r.weight.begin(), r.weight.end(), 0.0);
    if (sites < r.rows_of.size()) {
        BranchAndBound search(r, sites, options.most_nodes);
        search.run(choice);
        choice = search.best();
        bound = search.bound();
    }
    put_in_order(r, choice, siting);
    siting.proven = bound <= siting.covered * (1 + 1e-9);
    siting.bound = siting.proven ? siting.covered : bound;
    return siting;
}

}  // namespace maillage::engine
