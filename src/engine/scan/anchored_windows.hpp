#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "engine/scan/cluster.hpp"
#include "engine/scan/zones.hpp"

namespace maillage::engine {

// Products c_Z·c_A up to which a count c reaches a level of the LLR, for levels 0, ¼, ½, … A filter: the
// level used is the one just below the best so far, and what passes is computed exactly.
class ProductLimits {
 public:
    ProductLimits(double total, std::uint32_t most_cases);
    // limit[c] for the highest level ≤ llr; valid until the next call.
    const double* for_level(double llr);

 private:
    double total_;
    std::uint32_t most_;
    std::vector<std::vector<double>> levels_;
};

// The city: what does not change when the days are permuted.
struct CityDays {
    std::uint32_t days = 0, longest = 0;
    bool until_the_end = false;          // prospective
    std::vector<std::uint32_t> before;   // cases of the city before day t, t = 0 … days
    std::vector<std::uint32_t> lengths;  // ends of the ranges of lengths examined together
    std::vector<std::uint32_t> least;    // [day][range]: fewest cases of the city in a window of
                                         // the range's shortest length that holds the day
};
CityDays city_days(std::span<const std::uint32_t> cases_of_day, std::uint32_t longest, bool until_the_end);

// Finds the best cylinder of one dealing of days to cases.
class AnchoredScan {
 public:
    AnchoredScan(const Zones& zones, const CityDays& city, std::span<const std::uint32_t> first_case,
                 std::uint32_t most_cases);

    // days[k]: day of case k; the cases of unit u are first_case[u] … first_case[u + 1].
    // The largest LLR above `lowest`, or 0.
    double maximum(std::span<const std::uint16_t> days, double lowest);
    // The best of a centre's zones of at most so many units, by the order of report.
    Candidate best_of_centre(std::span<const std::uint16_t> days, std::uint32_t centre,
                             std::uint32_t most_units);

 private:
    void scan_centre(std::uint32_t centre, std::span<const std::uint32_t> units,
                     std::span<const std::uint16_t> days);
    void scan_around_event(std::uint32_t day);
    void scan_range(std::uint32_t day, std::uint32_t shortest, std::uint32_t longest);
    void scan_until_the_end(std::uint32_t day);
    void consider(std::uint32_t from, std::uint32_t to);

    const Zones& zones_;
    const CityDays& city_;
    std::span<const std::uint32_t> first_case_;
    ProductLimits limits_;
    double total_;
    std::vector<std::uint16_t> before_;  // cases of the zone before day t
    std::uint32_t zone_cases_ = 0;
    double kept_level_ = 0;
    const double* limit_ = nullptr;
    Candidate best_, current_;
};

}  // namespace maillage::engine
