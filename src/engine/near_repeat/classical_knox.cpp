#include <algorithm>
#include <boost/math/special_functions/gamma.hpp>
#include <cmath>
#include <limits>

#include "engine/near_repeat/knox.hpp"

namespace maillage::engine {
namespace {

double log_choose(double n, double k) {
    return std::lgamma(n + 1) - std::lgamma(k + 1) - std::lgamma(n - k + 1);
}

// P(X ≥ found), X = marked ones among `drawn` of `all`, of which `marked` are. Terms by their ratio.
double hypergeometric_tail(double found, double drawn, double marked, double all) {
    double k = std::max(found, drawn + marked - all);
    double term =
        std::exp(log_choose(marked, k) + log_choose(all - marked, drawn - k) - log_choose(all, drawn));
    double sum = 0;
    for (; k <= std::min(drawn, marked) && sum + term > sum; ++k) {
        sum += term;
        term *= (marked - k) * (drawn - k) / ((k + 1) * (all - marked - drawn + k + 1));
    }
    return std::min(1.0, sum);
}

}  // namespace

// "At most d" is "less than the next double after d": the half-open table serves.
Outcome<ClassicalKnox> classical_knox(std::span<const double> x, std::span<const double> y,
                                      std::span<const double> days, const ClassicalOptions& options,
                                      const foundation::Executor& run) {
    for (const double limit : {options.distance, options.days})
        if (!(limit >= 0 && std::isfinite(limit)))
            return std::unexpected(Refusal{Reason::parameter_out_of_range, limit, 0});
    constexpr double infinity = std::numeric_limits<double>::infinity();
    const double space[] = {0, std::nextafter(options.distance, infinity), infinity};
    const double time[] = {0, std::nextafter(options.days, infinity), infinity};
    const auto table = knox(x, y, days,
                            {.space_edges = space,
                             .time_edges = time,
                             .metric = options.metric,
                             .replicates = options.replicates,
                             .seed = options.seed,
                             .plane = options.plane},
                            run);
    if (!table) return std::unexpected(table.error());
    ClassicalKnox found{.close_both = table->at(0, 0).observed,
                        .close_in_space = table->at(0, 1).observed,
                        .close_in_time = table->at(1, 0).observed,
                        .neither = table->at(1, 1).observed,
                        .p = table->at(0, 0).p};
    const auto both = static_cast<double>(found.close_both);
    const double in_space = both + static_cast<double>(found.close_in_space);
    const double in_time = both + static_cast<double>(found.close_in_time);
    const auto n = static_cast<double>(x.size());
    const double pairs = n * (n - 1) / 2;
    found.lambda = in_space * in_time / pairs;
    found.pairs_p = hypergeometric_tail(both, in_space, in_time, pairs);
    // P(X > k) = P(k + 1, λ), the regularised lower incomplete gamma function.
    if (found.lambda > 0) found.poisson_p = boost::math::gamma_p(both + 1, found.lambda);
    return found;
}

}  // namespace maillage::engine
