#include "engine/core/counting_laws.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>

namespace maillage::engine {
namespace {

double poisson_term(double k, double mean) {
    return std::exp(k * std::log(mean) - mean - std::lgamma(k + 1));
}

// P(X = k) of the negative binomial law of size s and probability 1/φ.
double dispersed_term(double k, DispersedLaw law) {
    const double size = law.mean / (law.dispersion - 1), share = 1 / law.dispersion;
    return std::exp(std::lgamma(size + k) - std::lgamma(size) - std::lgamma(k + 1) + size * std::log(share) +
                    k * std::log1p(-share));
}

RC_GTEST_PROP(The_counting_laws, are_sums_of_their_terms, ()) {
    const DispersedLaw law{.mean = *rc::gen::inRange(1, 400) / 10.0,
                           .dispersion = 1 + *rc::gen::inRange(1, 50) / 10.0};
    const int count = *rc::gen::inRange(0, 60);
    double poisson = 0, dispersed = 0;
    for (int k = 0; k <= count; ++k) {
        poisson += poisson_term(k, law.mean);
        dispersed += dispersed_term(k, law);
    }
    RC_ASSERT(std::abs(poisson_at_most(count, law.mean) - poisson) < 1e-11);
    RC_ASSERT(std::abs(poisson_at_least(count + 1, law.mean) - (1 - poisson)) < 1e-11);
    RC_ASSERT(std::abs(dispersed_at_most(count, law) - dispersed) < 1e-11);
    RC_ASSERT(std::abs(dispersed_at_least(count + 1, law) - (1 - dispersed)) < 1e-11);
}

RC_GTEST_PROP(A_quantile, is_the_smallest_count_that_reaches_the_probability, ()) {
    const DispersedLaw law{.mean = *rc::gen::inRange(0, 3000) / 10.0,
                           .dispersion = *rc::gen::inRange(10, 80) / 10.0};
    const double probability = *rc::gen::inRange(1, 1000) / 1000.0;
    const double x = dispersed_quantile(probability, law);
    RC_ASSERT(dispersed_at_most(x, law) >= probability);
    RC_ASSERT(x == 0 || dispersed_at_most(x - 1, law) < probability);
    const double y = poisson_quantile(probability, law.mean);
    RC_ASSERT(poisson_at_most(y, law.mean) >= probability);
    RC_ASSERT(y == 0 || poisson_at_most(y - 1, law.mean) < probability);
}

}  // namespace
}  // namespace maillage::engine
