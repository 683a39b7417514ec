#include "domain/indicators/nested_counts_rules.hpp"

#include <algorithm>
#include <numeric>
#include <optional>
#include <tuple>

#include "engine/disclosure/publication.hpp"

namespace maillage::indicators {
namespace {

using engine::PublishedCell;

bool is_small(std::int64_t count, const engine::SuppressionOptions& options) {
    return count < options.threshold && !(count == 0 && options.zeros == engine::Zeros::shown);
}

bool any_small(const CountedPeriod& one, const engine::SuppressionOptions& options) {
    return std::ranges::any_of(one.counts, [&](std::int64_t count) { return is_small(count, options); });
}

int end_of(const Period& period) { return period.first_month() + period.months(); }

// The table that nested periods make. Its atoms are what no smaller period tells of a period.
class Nested {
 public:
    static std::optional<Nested> create(std::span<const CountedPeriod> periods,
                                        const std::vector<std::size_t>& group) {
        Nested nested;
        nested.inner_.resize(group.size());
        std::vector<std::size_t> around;  // those that are open, the outermost first
        for (std::size_t at = 0; at < group.size(); ++at) {
            const Period& period = periods[group[at]].period;
            while (!around.empty() && end_of(periods[group[around.back()]].period) <= period.first_month())
                around.pop_back();
            if (!around.empty()) {
                const CountedPeriod& outer = periods[group[around.back()]];
                if (!outer.period.contains(period) || outer.counts.size() != periods[group[at]].counts.size())
                    return std::nullopt;
                nested.inner_[around.back()].push_back(at);
            }
            around.push_back(at);
        }
        // The innermost first: they come after what they are within.
        nested.atoms_.resize(group.size());
        for (std::size_t at = group.size(); at-- > 0;)
            if (!nested.fill(periods, group, at)) return std::nullopt;
        return nested;
    }

    bool leaves_small_months(const engine::SuppressionOptions& options) const {
        return std::ranges::any_of(
            untold_, [&](const Untold& months) { return is_small(counts_[months.atom], options); });
    }
    // Of one period alone: what those within it do not tell.
    bool leaves_small_months(std::size_t at, const engine::SuppressionOptions& options) const {
        return std::ranges::any_of(untold_, [&](const Untold& months) {
            return months.of == at && is_small(counts_[months.atom], options);
        });
    }

    // Nothing when no choice is found: then everything goes.
    std::optional<std::vector<bool>> hidden(const engine::SuppressionOptions& options) const {
        std::vector<PublishedCell> cells;
        for (const auto& of_a_period : atoms_) {
            for (const auto& atoms : of_a_period) cells.push_back({.atoms = atoms});
            // Of a share, the whole is shown beside its part.
            if (of_a_period.size() > 1) cells.push_back({.atoms = all_of(of_a_period)});
        }
        // Months that only a subtraction tells: protected like a cell, though nobody prints them.
        for (const Untold& months : untold_)
            if (is_small(counts_[months.atom], options))
                cells.push_back({.atoms = {months.atom}, .past = PublishedCell::Past::hidden});
        const auto publication = engine::Publication::create(counts_, std::move(cells));
        if (!publication) return std::nullopt;
        const auto chosen = engine::suppress(*publication, options);
        if (!chosen) return std::nullopt;
        std::vector<bool> found;
        std::size_t cell = 0;
        for (const auto& of_a_period : atoms_) {
            bool any = false;
            const std::size_t shown_of_it = of_a_period.size() > 1 ? of_a_period.size() + 1 : 1;
            for (std::size_t i = 0; i < shown_of_it; ++i)
                any = engine::is_hidden(chosen->cells[cell++]) || any;
            found.push_back(any);
        }
        return found;
    }

 private:
    using Atoms = std::vector<std::uint32_t>;

    static Atoms all_of(const std::vector<Atoms>& parts) {
        Atoms all;
        for (const Atoms& atoms : parts) all.insert(all.end(), atoms.begin(), atoms.end());
        std::ranges::sort(all);
        return all;
    }

    // Each count of a period: the atoms of those within it, and one more for the months that they leave.
    bool fill(std::span<const CountedPeriod> periods, const std::vector<std::size_t>& group, std::size_t at) {
        const CountedPeriod& whole = periods[group[at]];
        int months = 0;
        for (const std::size_t inner : inner_[at]) months += periods[group[inner]].period.months();
        atoms_[at].resize(whole.counts.size());
        for (std::size_t part = 0; part < whole.counts.size(); ++part) {
            std::int64_t left = whole.counts[part];
            for (const std::size_t inner : inner_[at]) {
                left -= periods[group[inner]].counts[part];
                atoms_[at][part].insert(atoms_[at][part].end(), atoms_[inner][part].begin(),
                                        atoms_[inner][part].end());
            }
            if (left < 0 || left > UINT32_MAX) return false;
            if (months == whole.period.months()) {
                if (left != 0) return false;
                continue;
            }
            const auto atom = static_cast<std::uint32_t>(counts_.size());
            if (!inner_[at].empty()) untold_.push_back({at, atom});
            counts_.push_back(static_cast<std::uint32_t>(left));
            atoms_[at][part].push_back(atom);
        }
        return true;
    }

    std::vector<std::vector<std::size_t>> inner_;
    std::vector<std::vector<Atoms>> atoms_;  // by period, by count
    std::vector<std::uint32_t> counts_;
    struct Untold {
        std::size_t of;
        std::uint32_t atom;
    };
    std::vector<Untold> untold_;
};

// A year is entered when its quarters have long been read, and stand in snapshots: what holds a small count
// goes with it, whatever else is hidden now.
std::vector<bool> that_hold_a_small_one(std::span<const CountedPeriod> periods,
                                        const std::vector<std::size_t>& group, const Nested& nested,
                                        const engine::SuppressionOptions& options) {
    std::vector<bool> found(group.size());
    for (std::size_t at = 0; at < group.size(); ++at) {
        const CountedPeriod& one = periods[group[at]];
        const bool leaves = nested.leaves_small_months(at, options);
        if (!leaves && !any_small(one, options)) continue;
        for (std::size_t other = 0; other < group.size(); ++other)
            if (other == at ? leaves : periods[group[other]].period.contains(one.period)) found[other] = true;
    }
    return found;
}

}  // namespace

std::vector<std::vector<std::size_t>> touching(std::span<const CountedPeriod> periods) {
    std::vector<std::size_t> order(periods.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::sort(order, {}, [&](std::size_t i) {
        return std::tuple(periods[i].period.first_month(), -periods[i].period.months(), i);
    });
    std::vector<std::vector<std::size_t>> groups;
    int end = 0;
    for (const std::size_t i : order) {
        if (groups.empty() || periods[i].period.first_month() >= end) groups.emplace_back();
        groups.back().push_back(i);
        end = std::max(end, end_of(periods[i].period));
    }
    return groups;
}

std::vector<Hidden> hidden_periods(std::span<const CountedPeriod> periods,
                                   const engine::SuppressionOptions& options) {
    std::vector<Hidden> hidden(periods.size(), Hidden::no);
    for (const std::vector<std::size_t>& group : touching(periods)) {
        if (group.size() == 1) {
            if (any_small(periods[group.front()], options)) hidden[group.front()] = Hidden::small;
            continue;
        }
        const auto nested = Nested::create(periods, group);
        if (!std::ranges::any_of(group, [&](std::size_t i) { return any_small(periods[i], options); }) &&
            !(nested && nested->leaves_small_months(options)))
            continue;
        const auto chosen = nested ? nested->hidden(options) : std::nullopt;
        const auto holds = nested ? that_hold_a_small_one(periods, group, *nested, options)
                                  : std::vector<bool>(group.size());
        for (std::size_t at = 0; at < group.size(); ++at)
            if (!chosen || (*chosen)[at] || holds[at]) hidden[group[at]] = Hidden::gives_away;
    }
    return hidden;
}

}  // namespace maillage::indicators
