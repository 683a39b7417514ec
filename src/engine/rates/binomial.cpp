#include "engine/rates/binomial.hpp"

#include <boost/math/distributions/binomial.hpp>
#include <boost/math/special_functions/beta.hpp>
#include <boost/math/special_functions/erf.hpp>
#include <cmath>
#include <numbers>

namespace maillage::engine {
namespace {

Outcome<double> tail_of(std::uint64_t successes, std::uint64_t trials, double level) {
    if (trials == 0) return std::unexpected(Refusal{Reason::too_few_events, 0, 1});
    if (successes > trials)
        return std::unexpected(Refusal{Reason::parameter_out_of_range, static_cast<double>(successes),
                                       static_cast<double>(trials)});
    if (!(level > 0 && level < 1))
        return std::unexpected(Refusal{Reason::parameter_out_of_range, level, 0.95});
    return (1 - level) / 2;
}

// The counts whose probability is at most `limit` form two tails, because the binomial law has one mode. The
// edge of each tail is found by bisection, its mass by the cumulative distribution: O(log n), where a sum
// would be O(n).
std::uint64_t last_at_most(const boost::math::binomial& law, std::uint64_t mode, double limit) {
    std::uint64_t low = 0, high = mode;  // invariant: every count < low qualifies, none ≥ high is known to
    while (low < high) {
        const std::uint64_t middle = low + (high - low) / 2;
        if (boost::math::pdf(law, static_cast<double>(middle)) <= limit)
            low = middle + 1;
        else
            high = middle;
    }
    return low;  // number of qualifying counts below the mode
}

std::uint64_t first_at_most(const boost::math::binomial& law, std::uint64_t mode, std::uint64_t trials,
                            double limit) {
    std::uint64_t low = mode, high = trials + 1;
    while (low < high) {
        const std::uint64_t middle = low + (high - low) / 2;
        if (boost::math::pdf(law, static_cast<double>(middle)) <= limit)
            high = middle;
        else
            low = middle + 1;
    }
    return low;
}

}  // namespace

Outcome<Interval> clopper_pearson(std::uint64_t successes, std::uint64_t trials, double level) {
    const auto tail = tail_of(successes, trials, level);
    if (!tail) return std::unexpected(tail.error());
    const double x = static_cast<double>(successes), n = static_cast<double>(trials);
    return Interval{.low = successes == 0 ? 0.0 : boost::math::ibeta_inv(x, n - x + 1, *tail),
                    .high = successes == trials ? 1.0 : boost::math::ibetac_inv(x + 1, n - x, *tail)};
}

Outcome<Interval> wilson(std::uint64_t successes, std::uint64_t trials, double level) {
    const auto tail = tail_of(successes, trials, level);
    if (!tail) return std::unexpected(tail.error());
    const double z = std::numbers::sqrt2 * boost::math::erfc_inv(2 * *tail);
    const double n = static_cast<double>(trials), share = static_cast<double>(successes) / n;
    const double centre = (share + z * z / (2 * n)) / (1 + z * z / n);
    const double half = z / (1 + z * z / n) * std::sqrt(share * (1 - share) / n + z * z / (4 * n * n));
    return Interval{.low = successes == 0 ? 0.0 : centre - half,
                    .high = successes == trials ? 1.0 : centre + half};
}

Outcome<double> binomial_test(std::uint64_t successes, std::uint64_t trials, double share) {
    const auto tail = tail_of(successes, trials, 0.95);
    if (!tail) return std::unexpected(tail.error());
    if (!(share > 0 && share < 1))
        return std::unexpected(Refusal{Reason::parameter_out_of_range, share, 0.5});
    const boost::math::binomial law(static_cast<double>(trials), share);
    const double observed = boost::math::pdf(law, static_cast<double>(successes));
    const double limit = observed * (1 + 1e-7);
    const auto mode = static_cast<std::uint64_t>(std::floor(static_cast<double>(trials + 1) * share));
    const std::uint64_t centre = mode > trials ? trials : mode;
    if (boost::math::pdf(law, static_cast<double>(centre)) <= limit) return 1.0;
    const std::uint64_t below = last_at_most(law, centre, limit);
    const std::uint64_t above = first_at_most(law, centre, trials, limit);
    double p = below == 0 ? 0.0 : boost::math::cdf(law, static_cast<double>(below - 1));
    if (above <= trials) p += boost::math::cdf(boost::math::complement(law, static_cast<double>(above) - 1));
    return p < 1 ? p : 1.0;
}

}  // namespace maillage::engine
