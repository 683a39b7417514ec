#include "engine/core/counting_laws.hpp"

#include <boost/math/special_functions/beta.hpp>
#include <boost/math/special_functions/gamma.hpp>

namespace maillage::engine {
namespace {

// The smallest count x ≥ 0 with at_most(x) ≥ probability: doubling, then bisection, so that a wide law costs
// its logarithm.
template <class AtMost>
double smallest_count(double probability, double start, AtMost&& at_most) {
    double below = -1, above = start < 1 ? 1 : start;
    while (above < 1e15 && at_most(above) < probability) {
        below = above;
        above *= 2;
    }
    while (above - below > 1) {
        const double middle = below + static_cast<double>(static_cast<long long>((above - below) / 2));
        (at_most(middle) < probability ? below : above) = middle;
    }
    return above;
}

double whole(double value) { return static_cast<double>(static_cast<long long>(value)); }

}  // namespace

double poisson_at_most(double count, double mean) {
    return count < 0 ? 0.0 : boost::math::gamma_q(count + 1, mean);
}

double poisson_at_least(double count, double mean) {
    return count <= 0 ? 1.0 : boost::math::gamma_p(count, mean);
}

double poisson_quantile(double probability, double mean) {
    return smallest_count(probability, whole(mean), [=](double x) { return poisson_at_most(x, mean); });
}

double dispersed_at_most(double count, DispersedLaw law) {
    if (!(law.dispersion > 1) || law.mean <= 0) return poisson_at_most(count, law.mean);
    return count < 0 ? 0.0
                     : boost::math::ibeta(law.mean / (law.dispersion - 1), count + 1, 1 / law.dispersion);
}

double dispersed_at_least(double count, DispersedLaw law) {
    if (!(law.dispersion > 1) || law.mean <= 0) return poisson_at_least(count, law.mean);
    return count <= 0 ? 1.0 : boost::math::ibetac(law.mean / (law.dispersion - 1), count, 1 / law.dispersion);
}

double dispersed_quantile(double probability, DispersedLaw law) {
    return smallest_count(probability, whole(law.mean), [=](double x) { return dispersed_at_most(x, law); });
}

}  // namespace maillage::engine
