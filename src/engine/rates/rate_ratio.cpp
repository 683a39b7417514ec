#include "engine/rates/rate_ratio.hpp"

#include <boost/math/distributions/poisson.hpp>
#include <cmath>
#include <limits>
#include <vector>

#include "engine/rates/binomial.hpp"

namespace maillage::engine {
namespace {

// No month is a billionth of another; beyond it a ratio of exposures loses its digits.
constexpr double largest_exposure_ratio = 1e12;

bool usable(double exposure) { return std::isfinite(exposure) && exposure > 0; }

Outcome<std::uint64_t> total_of(const TwoCounts& counts) {
    if (!usable(counts.first_exposure))
        return std::unexpected(Refusal{Reason::parameter_out_of_range, counts.first_exposure, 0});
    if (!usable(counts.second_exposure))
        return std::unexpected(Refusal{Reason::parameter_out_of_range, counts.second_exposure, 0});
    const double apart = counts.first_exposure / counts.second_exposure;
    if (!(apart <= largest_exposure_ratio && apart >= 1 / largest_exposure_ratio))
        return std::unexpected(Refusal{Reason::parameter_out_of_range, apart, largest_exposure_ratio});
    if (counts.first == 0 && counts.second == 0)
        return std::unexpected(Refusal{Reason::too_few_events, 0, 1});
    return counts.first + counts.second;
}

double odds(double share) {
    return share < 1 ? share / (1 - share) : std::numeric_limits<double>::infinity();
}

// Probabilities of the counts that hold all but 2·10⁻¹⁴ of a Poisson law, from `first` on.
struct Terms {
    std::uint64_t first = 0;
    std::vector<double> probability;
};

Terms poisson_terms(double mean) {
    const boost::math::poisson law(mean);
    Terms terms;
    terms.first = static_cast<std::uint64_t>(boost::math::quantile(law, 1e-14));
    double probability = boost::math::pdf(law, static_cast<double>(terms.first));
    const double last = boost::math::quantile(boost::math::complement(law, 1e-14));
    for (auto k = static_cast<double>(terms.first); k <= last; ++k) {
        terms.probability.push_back(probability);
        probability *= mean / (k + 1);
    }
    return terms;
}

double statistic(double x, double y, double t1, double t2) {
    if (x == 0 && y == 0) return 0;
    return std::abs(x / t1 - y / t2) / std::sqrt(x / (t1 * t1) + y / (t2 * t2));
}

}  // namespace

Outcome<RateRatio> rate_ratio(const TwoCounts& counts, double level) {
    const auto total = total_of(counts);
    if (!total) return std::unexpected(total.error());
    const auto share = clopper_pearson(counts.first, *total, level);
    if (!share) return std::unexpected(share.error());
    const double scale = counts.second_exposure / counts.first_exposure;
    const double null_share = 1 / (1 + scale);
    const auto p = binomial_test(counts.first, *total, null_share);
    if (!p) return std::unexpected(p.error());
    const double ratio = counts.second == 0
                             ? std::numeric_limits<double>::infinity()
                             : static_cast<double>(counts.first) / static_cast<double>(counts.second) * scale;
    return RateRatio{.ratio = ratio,
                     .interval = {.low = odds(share->low) * scale, .high = odds(share->high) * scale},
                     .p = *p};
}

Outcome<double> e_test(const TwoCounts& counts) {
    const auto total = total_of(counts);
    if (!total) return std::unexpected(total.error());
    if (*total > 1'000'000)
        return std::unexpected(Refusal{Reason::overflow, static_cast<double>(*total), 1e6});
    // The statistic does not depend on the unit of the exposures; its squares do not bear every unit.
    const double t1 = 1, t2 = counts.second_exposure / counts.first_exposure;
    const double pooled = static_cast<double>(*total) / (t1 + t2);
    const double observed =
        statistic(static_cast<double>(counts.first), static_cast<double>(counts.second), t1, t2) * (1 - 1e-9);
    const Terms firsts = poisson_terms(pooled * t1), seconds = poisson_terms(pooled * t2);
    double p = 0;
    for (std::size_t i = 0; i < firsts.probability.size(); ++i) {
        const auto x = static_cast<double>(firsts.first + i);
        double row = 0;
        for (std::size_t j = 0; j < seconds.probability.size(); ++j)
            if (statistic(x, static_cast<double>(seconds.first + j), t1, t2) >= observed)
                row += seconds.probability[j];
        p += firsts.probability[i] * row;
    }
    return p < 1 ? p : 1.0;
}

}  // namespace maillage::engine
