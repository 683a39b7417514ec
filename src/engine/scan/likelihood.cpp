#include "engine/scan/likelihood.hpp"

#include <cmath>

namespace maillage::engine {
namespace {

double term(double count, double relative) { return count > 0 ? count * std::log(relative) : 0; }

}  // namespace

double poisson_llr(double cases, double expected, double total) {
    if (cases < 2 || !(cases > expected)) return 0;
    return term(cases, cases / expected) + term(total - cases, (total - cases) / (total - expected));
}

double bernoulli_llr(BernoulliZone zone, double total_cases, double total_people) {
    const auto [c, n] = zone;
    const double rest_cases = total_cases - c, rest = total_people - n;
    if (c < 2 || !(c * total_people > total_cases * n)) return 0;
    return term(c, c / n) + term(n - c, (n - c) / n) + term(rest_cases, rest_cases / rest) +
           term(rest - rest_cases, (rest - rest_cases) / rest) -
           term(total_cases, total_cases / total_people) -
           term(total_people - total_cases, (total_people - total_cases) / total_people);
}

double largest_expected(double cases, double level, double total) {
    if (cases < 2) return 0;
    double low = 0, high = cases;
    for (int step = 0; step < 200 && high - low > 1e-12 * high; ++step) {
        const double middle = low == 0 && high > 1e-280 ? high / 16 : (low + high) / 2;
        (poisson_llr(cases, middle, total) >= level ? low : high) = middle;
        if (high < 1e-290) return 0;
    }
    return low;
}

}  // namespace maillage::engine
