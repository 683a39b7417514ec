#include "engine/models/parallel_lines.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

#include "engine/core/columns.hpp"
#include "engine/core/exponentials.hpp"

namespace maillage::engine {
namespace {

constexpr unsigned most_iterations = 100;
constexpr double largest_predictor = 700;  // e^±700 is still a double

std::optional<Refusal> unusable(const FactorRows& rows, std::size_t columns) {
    const std::size_t n = rows.counts.size();
    if (n == 0) return Refusal{Reason::empty};
    if (const auto refused = lengths_differ(rows.level.size(), n)) return refused;
    for (const auto column : {rows.time, rows.weights})
        if (!column.empty())
            if (const auto refused = lengths_differ(column.size(), n)) return refused;
    if (const auto refused = not_counts(rows.counts)) return refused;
    if (const auto refused = not_counts(rows.weights)) return refused;
    if (const auto refused = not_finite(rows.time)) return refused;
    for (const unsigned level : rows.level)
        if (level >= rows.levels)
            return Refusal{Reason::index_out_of_range, double(level), double(rows.levels)};
    if (n <= columns)
        return Refusal{Reason::too_few_events, static_cast<double>(n), static_cast<double>(columns + 1)};
    if (std::all_of(rows.counts.begin(), rows.counts.end(), [](double count) { return count == 0; }))
        return Refusal{Reason::too_few_events, 0, 1};
    return std::nullopt;
}

// Sums within one level.
struct LevelSums {
    double weight = 0, time = 0, value = 0;
    double mean_time() const { return weight > 0 ? time / weight : 0; }
    double mean_value() const { return weight > 0 ? value / weight : 0; }
};

class Fit {
 public:
    explicit Fit(const FactorRows& rows)
        : rows_(rows),
          n_(rows.counts.size()),
          same_(rows.weights.empty() ? n_ : 0, 1.0),
          still_(rows.time.empty() ? n_ : 0, 0.0),
          weight_(rows.weights.empty() ? same_ : rows.weights),
          time_(rows.time.empty() ? still_ : rows.time),
          omega_(n_),
          working_(n_),
          eta_(n_),
          mu_(n_) {
        for (std::size_t i = 0; i < n_; ++i) {
            const double y = rows_.counts[i];
            if (y > 0) constant_ += weight_[i] * y * (std::log(y) - 1);
        }
    }

    void begin_at(std::span<const double> start) {
        for (std::size_t i = 0; i < n_; ++i)
            eta_[i] = start.empty() ? std::log(rows_.counts[i] + 0.1) : start[i];
        exponentiate();
    }

    // Σ w(y log(y/μ) − (y − μ)), with log μ known already.
    double deviance() const {
        double sum = 0;
        for (std::size_t i = 0; i < n_; ++i) sum += weight_[i] * (mu_[i] - rows_.counts[i] * eta_[i]);
        return 2 * (constant_ + sum);
    }

    // Coefficients of the next step; nothing when time is a combination of the levels.
    bool propose(std::vector<double>& intercept, double& slope) {
        sums_.assign(rows_.levels, {});
        for (std::size_t i = 0; i < n_; ++i) {
            omega_[i] = weight_[i] * mu_[i];
            working_[i] = eta_[i] + (rows_.counts[i] - mu_[i]) / mu_[i];
            LevelSums& sums = sums_[rows_.level[i]];
            sums.weight += omega_[i];
            sums.time += omega_[i] * time_[i];
            sums.value += omega_[i] * working_[i];
        }
        double across = 0, squares = 0;
        spread_ = 0;
        for (std::size_t i = 0; i < n_ && !rows_.time.empty(); ++i) {
            const LevelSums& sums = sums_[rows_.level[i]];
            const double away = time_[i] - sums.mean_time();
            spread_ += omega_[i] * away * away;
            across += omega_[i] * away * (working_[i] - sums.mean_value());
            squares += omega_[i] * time_[i] * time_[i];
        }
        // The square of the last pivot of the matrix scaled to a unit diagonal.
        if (!rows_.time.empty() && !(spread_ > 1e-12 * squares)) return false;
        slope = rows_.time.empty() ? 0 : across / spread_;
        for (unsigned level = 0; level < rows_.levels; ++level)
            intercept[level] = sums_[level].mean_value() - slope * sums_[level].mean_time();
        return true;
    }

    void move_to(const std::vector<double>& intercept, double slope) {
        for (std::size_t i = 0; i < n_; ++i)
            eta_[i] = std::clamp(intercept[rows_.level[i]] + slope * time_[i], -largest_predictor,
                                 largest_predictor);
        exponentiate();
    }

    // After a last propose() at the solution.
    void describe(ParallelLinesFit& fit, std::size_t columns) {
        double pearson = 0;
        fit.leverage.resize(n_);
        for (std::size_t i = 0; i < n_; ++i) {
            const LevelSums& sums = sums_[rows_.level[i]];
            const double away = rows_.time.empty() ? 0 : time_[i] - sums.mean_time();
            fit.leverage[i] = omega_[i] * (1 / sums.weight + (spread_ > 0 ? away * away / spread_ : 0));
            const double off = rows_.counts[i] - mu_[i];
            pearson += weight_[i] * off * off / mu_[i];
        }
        fit.dispersion = pearson / static_cast<double>(n_ - columns);
        fit.degrees_of_freedom = n_ - columns;
        fit.slope_variance = spread_ > 0 ? 1 / spread_ : 0;
        for (const LevelSums& sums : sums_)
            fit.intercept_variance.push_back(
                sums.weight > 0 ? 1 / sums.weight + sums.mean_time() * sums.mean_time() * fit.slope_variance
                                : 0);
        fit.predictor = std::move(eta_);
        fit.fitted = std::move(mu_);
    }

 private:
    void exponentiate() {
        mu_ = eta_;
        exponentials(mu_);
    }

    const FactorRows& rows_;
    std::size_t n_;
    std::vector<double> same_, still_;  // where the rows have no weights, no time
    std::span<const double> weight_, time_;
    double constant_ = 0, spread_ = 0;
    std::vector<double> omega_, working_, eta_, mu_;
    std::vector<LevelSums> sums_;
};

std::size_t columns_of(const FactorRows& rows) {
    std::vector<bool> occurs(rows.levels, false);
    for (const unsigned level : rows.level)
        if (level < rows.levels) occurs[level] = true;
    return static_cast<std::size_t>(std::count(occurs.begin(), occurs.end(), true)) +
           (rows.time.empty() ? 0 : 1);
}

}  // namespace

Outcome<ParallelLinesFit> fit_parallel_lines(const FactorRows& rows, std::span<const double> start) {
    const std::size_t columns = columns_of(rows);
    if (const auto refused = unusable(rows, columns)) return std::unexpected(*refused);
    if (!start.empty())
        if (const auto refused = lengths_differ(start.size(), rows.counts.size()))
            return std::unexpected(*refused);
    Fit fit(rows);
    fit.begin_at(start);
    ParallelLinesFit found{.intercept = std::vector<double>(rows.levels, 0.0)};
    std::vector<double> next(rows.levels);
    double slope = 0, deviance = fit.deviance();
    const auto collinear = [&](unsigned iteration) {
        return std::unexpected(Refusal{Reason::collinear, static_cast<double>(iteration)});
    };
    for (unsigned iteration = 1; iteration <= most_iterations; ++iteration) {
        if (!fit.propose(next, slope)) return collinear(iteration);
        const double before = deviance;
        // A step too long for the curvature is halved until the deviance no longer rises.
        for (int halving = 0; halving < 20; ++halving) {
            fit.move_to(next, slope);
            deviance = fit.deviance();
            if (iteration == 1 || deviance <= before + 1e-10 * (std::abs(before) + 0.1)) break;
            for (unsigned level = 0; level < rows.levels; ++level)
                next[level] = 0.5 * (next[level] + found.intercept[level]);
            slope = 0.5 * (slope + found.slope);
        }
        found.intercept = next;
        found.slope = slope;
        if (std::abs(deviance - before) >= 1e-12 * (std::abs(deviance) + 0.1) || iteration == 1) continue;
        if (!fit.propose(next, slope)) return collinear(iteration);
        found.iterations = iteration;
        fit.describe(found, columns);
        return found;
    }
    return std::unexpected(Refusal{Reason::did_not_converge, most_iterations});
}

}  // namespace maillage::engine
