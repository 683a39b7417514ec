#include "engine/rates/poisson_interval.hpp"

#include <boost/math/special_functions/gamma.hpp>
#include <cmath>

#include "engine/core/columns.hpp"

namespace maillage::engine {

namespace {

// Below it the lower bound, about 0.56·(α/2)^{1/x}, is smaller than any double: 0, where its series fails.
constexpr double least_count = 9e-4;

}  // namespace

Outcome<Interval> poisson_interval_of(double count, double level) {
    if (!std::isfinite(count)) return std::unexpected(Refusal{Reason::not_finite});
    if (count < 0) return std::unexpected(Refusal{Reason::negative, count});
    if (!(level > 0 && level < 1))
        return std::unexpected(Refusal{Reason::parameter_out_of_range, level, 0.95});
    if (count > largest_count) return std::unexpected(Refusal{Reason::overflow, count, largest_count});
    const double tail = (1 - level) / 2;
    return Interval{.low = count >= least_count ? boost::math::gamma_p_inv(count, tail) : 0.0,
                    .high = boost::math::gamma_q_inv(count + 1, tail)};
}

Outcome<Interval> poisson_interval(std::uint64_t count, double level) {
    return poisson_interval_of(static_cast<double>(count), level);
}

}  // namespace maillage::engine
