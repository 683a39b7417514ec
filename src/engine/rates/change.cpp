#include "engine/rates/change.hpp"

#include <cmath>
#include <numeric>

#include "engine/core/normal.hpp"
#include "engine/rates/rate_ratio.hpp"

namespace maillage::engine {
namespace {

constexpr std::size_t fewest_months = 24;
constexpr double noticeable_dispersion = 1.2;
constexpr std::uint64_t smallest_base = 30;

std::uint64_t total(const MonthlyCounts& months) {
    return std::accumulate(months.counts.begin(), months.counts.end(), std::uint64_t{0});
}

double pearson(const MonthlyCounts& months) {
    const double mean = static_cast<double>(total(months)) / static_cast<double>(months.counts.size());
    if (mean <= 0) return 0;
    double sum = 0;
    for (const std::uint32_t count : months.counts) sum += (count - mean) * (count - mean) / mean;
    return sum;
}

std::int32_t month_of_year(std::int32_t month) { return ((month % 12) + 12) % 12; }

}  // namespace

Outcome<Change> change_between(const MonthlyCounts& later, const MonthlyCounts& earlier, double level) {
    if (later.counts.empty() || earlier.counts.empty()) return std::unexpected(Refusal{Reason::empty});
    if (later.counts.size() != earlier.counts.size())
        return std::unexpected(Refusal{Reason::periods_differ, static_cast<double>(later.counts.size()),
                                       static_cast<double>(earlier.counts.size())});
    if (month_of_year(later.first_month) != month_of_year(earlier.first_month))
        return std::unexpected(Refusal{Reason::periods_differ,
                                       static_cast<double>(month_of_year(later.first_month) + 1),
                                       static_cast<double>(month_of_year(earlier.first_month) + 1)});
    Change found{.later = total(later), .earlier = total(earlier)};
    const auto exact = rate_ratio({.first = found.later, .second = found.earlier}, level);
    if (!exact) return std::unexpected(exact.error());
    found.ratio = exact->ratio;
    found.interval = exact->interval;
    found.p = exact->p;
    found.percentage_fits = found.earlier >= smallest_base;
    if (later.counts.size() < fewest_months) return found;
    found.dispersion = (pearson(later) + pearson(earlier)) / static_cast<double>(2 * later.counts.size() - 2);
    found.varies = found.dispersion > noticeable_dispersion;
    if (!found.varies || found.later == 0 || found.earlier == 0) return found;
    const double error = std::sqrt(
        found.dispersion * (1 / static_cast<double>(found.later) + 1 / static_cast<double>(found.earlier)));
    const double half = normal_quantile(1 - (1 - level) / 2) * error;
    found.interval = {.low = found.ratio * std::exp(-half), .high = found.ratio * std::exp(half)};
    found.p = two_sided_normal_p(std::log(found.ratio) / error);
    return found;
}

}  // namespace maillage::engine
