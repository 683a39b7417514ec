#include "engine/scan/anchored_windows.hpp"

#include <algorithm>
#include <cmath>

#include "engine/core/wide.hpp"
#include "engine/scan/likelihood.hpp"

namespace maillage::engine {
namespace {

constexpr double levels_per_unit = 4;

MAILLAGE_WIDE void add_one(std::uint16_t* counts, std::size_t count) {
    for (std::size_t t = 0; t < count; ++t) ++counts[t];
}

}  // namespace

ProductLimits::ProductLimits(double total, std::uint32_t most_cases) : total_(total), most_(most_cases) {}

const double* ProductLimits::for_level(double llr) {
    const auto level = static_cast<std::size_t>(std::max(0.0, std::floor(llr * levels_per_unit)));
    if (level >= levels_.size()) levels_.resize(level + 1);
    std::vector<double>& limits = levels_[level];
    if (limits.empty()) {
        limits.resize(most_ + 1, -1.0);
        const double value = static_cast<double>(level) / levels_per_unit;
        // A hair more than the exact product, never less: equal statistics must pass.
        for (std::uint32_t c = 2; c <= most_; ++c)
            limits[c] = (value > 0 ? largest_expected(c, value, total_) : c) * total_ * (1 + 1e-9);
    }
    return limits.data();
}

CityDays city_days(std::span<const std::uint32_t> cases_of_day, std::uint32_t longest, bool until_the_end) {
    CityDays city{.days = static_cast<std::uint32_t>(cases_of_day.size()),
                  .longest = longest,
                  .until_the_end = until_the_end,
                  .before = {0},
                  .lengths = {},
                  .least = {}};
    for (const std::uint32_t cases : cases_of_day) city.before.push_back(city.before.back() + cases);
    if (until_the_end) return city;
    for (std::uint32_t shortest = 1; shortest <= longest; shortest = city.lengths.back() + 1)
        city.lengths.push_back(std::min(longest, shortest + shortest / 3));
    city.least.resize(city.days * city.lengths.size());
    std::uint32_t shortest = 1;
    for (std::size_t range = 0; range < city.lengths.size(); ++range) {
        // Fewest over the windows [a, a + shortest) with a ≤ day < a + shortest; cut at the period's ends.
        for (std::uint32_t day = 0; day < city.days; ++day) {
            std::uint32_t fewest = city.before.back();
            const std::uint32_t first = day + 1 > shortest ? day + 1 - shortest : 0;
            for (std::uint32_t a = first; a <= day && a + shortest <= city.days; ++a)
                fewest = std::min(fewest, city.before[a + shortest] - city.before[a]);
            city.least[day * city.lengths.size() + range] = fewest;
        }
        shortest = city.lengths[range] + 1;
    }
    return city;
}

AnchoredScan::AnchoredScan(const Zones& zones, const CityDays& city,
                           std::span<const std::uint32_t> first_case, std::uint32_t most_cases)
    : zones_(zones),
      city_(city),
      first_case_(first_case),
      limits_(city.before.back(), most_cases),
      total_(city.before.back()),
      before_(city.days + 1) {}

double AnchoredScan::maximum(std::span<const std::uint16_t> days, double lowest) {
    best_ = {.llr = lowest};
    kept_level_ = lowest;
    limit_ = limits_.for_level(lowest);
    for (std::uint32_t centre = 0; centre < zones_.centres(); ++centre)
        scan_centre(centre, zones_.of(centre), days);
    return best_.size > 0 ? best_.llr : 0;
}

Candidate AnchoredScan::best_of_centre(std::span<const std::uint16_t> days, std::uint32_t centre,
                                       std::uint32_t most_units) {
    best_ = {};
    kept_level_ = 0;
    limit_ = limits_.for_level(0);
    scan_centre(centre, zones_.of(centre).first(most_units), days);
    return best_;
}

void AnchoredScan::scan_centre(std::uint32_t centre, std::span<const std::uint32_t> units,
                               std::span<const std::uint16_t> days) {
    std::fill(before_.begin(), before_.end(), std::uint16_t{0});
    zone_cases_ = 0;
    current_ = {.centre = centre};
    for (const std::uint32_t unit : units) {
        ++current_.size;
        const auto added = days.subspan(first_case_[unit], first_case_[unit + 1] - first_case_[unit]);
        for (const std::uint16_t day : added) add_one(before_.data() + day + 1, before_.size() - day - 1);
        zone_cases_ += static_cast<std::uint32_t>(added.size());
        for (std::size_t k = 0; k < added.size(); ++k) {
            if (std::find(added.begin(), added.begin() + static_cast<std::ptrdiff_t>(k), added[k]) !=
                added.begin() + static_cast<std::ptrdiff_t>(k))
                continue;
            if (city_.until_the_end)
                scan_until_the_end(added[k]);
            else
                scan_around_event(added[k]);
        }
    }
}

// Windows that hold `day`, by ranges of length. A window of s … l days lies within the 2l − 1 days around the
// event, which bounds its count from above, and the city has at least least[range][day] cases in it: if even
// these two do not reach the limit, no window of the range does.
void AnchoredScan::scan_around_event(std::uint32_t day) {
    // Read through pointers: this is the innermost of all loops.
    const std::size_t ranges = city_.lengths.size();
    const std::uint32_t* lengths = city_.lengths.data();
    const std::uint32_t* least = city_.least.data() + day * ranges;
    const std::uint16_t* before = before_.data();
    std::uint32_t shortest = 1;
    for (std::size_t range = 0; range < ranges; ++range) {
        const std::uint32_t longest = lengths[range];
        const std::uint32_t left = day + 1 > longest ? day + 1 - longest : 0;
        const std::uint32_t right = std::min(city_.days, day + longest);
        const auto count = static_cast<std::uint32_t>(before[right] - before[left]);
        if (static_cast<double>(zone_cases_) * least[range] <= limit_[count])
            scan_range(day, shortest, longest);
        shortest = longest + 1;
    }
}

void AnchoredScan::scan_range(std::uint32_t day, std::uint32_t shortest, std::uint32_t longest) {
    const std::uint16_t* before = before_.data();
    const std::uint32_t* of_city = city_.before.data();
    const std::uint32_t first = day + 1 > longest ? day + 1 - longest : 0;
    for (std::uint32_t from = first; from <= day; ++from) {
        if (before[from + 1] == before[from]) continue;  // no event on the first day
        const std::uint32_t last = std::min(city_.days, from + longest);
        const std::uint32_t least_last = std::max(day + 1, from + shortest);
        for (std::uint32_t to = least_last; to <= last; ++to) {
            const auto cases = static_cast<std::uint32_t>(before[to] - before[from]);
            const double product = static_cast<double>(zone_cases_) * (of_city[to] - of_city[from]);
            if (product <= limit_[cases]) consider(from, to);
        }
    }
}

void AnchoredScan::scan_until_the_end(std::uint32_t day) {
    const std::uint32_t first = city_.days > city_.longest ? city_.days - city_.longest : 0;
    for (std::uint32_t from = first; from <= day; ++from) {
        if (before_[from + 1] == before_[from]) continue;
        const auto cases = static_cast<std::uint32_t>(before_[city_.days] - before_[from]);
        const double product = static_cast<double>(zone_cases_) * (city_.before.back() - city_.before[from]);
        if (product <= limit_[cases]) consider(from, city_.days);
    }
}

void AnchoredScan::consider(std::uint32_t from, std::uint32_t to) {
    current_.cases = static_cast<std::uint32_t>(before_[to] - before_[from]);
    current_.expected = static_cast<double>(zone_cases_) * (city_.before[to] - city_.before[from]) / total_;
    current_.llr = poisson_llr(current_.cases, current_.expected, total_);
    current_.from_step = from;
    current_.to_step = to - 1;
    if (!(current_.llr > 0 && current_.llr >= kept_level_)) return;
    if (best_.size > 0 && !better(current_, best_)) return;
    best_ = current_;
    limit_ = limits_.for_level(best_.llr);
}

}  // namespace maillage::engine
