#include "engine/core/normal.hpp"

#include <boost/math/special_functions/erf.hpp>
#include <cmath>
#include <numbers>

namespace maillage::engine {

double normal_cdf(double z) { return 0.5 * std::erfc(-z / std::numbers::sqrt2); }

double two_sided_normal_p(double z) { return std::erfc(std::abs(z) / std::numbers::sqrt2); }

double normal_quantile(double probability) {
    return -std::numbers::sqrt2 * boost::math::erfc_inv(2 * probability);
}

}  // namespace maillage::engine
