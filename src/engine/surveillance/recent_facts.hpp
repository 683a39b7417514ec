#pragma once

#include <cstddef>
#include <span>

namespace maillage::engine {

// A series with fewer than `facts` facts in the last `weeks` weeks, this one included, never alarms
// (Farrington et al. 1996, § 3.7: the rule of 5 in 4 weeks).
struct RecentFacts {
    double facts = 5;
    std::size_t weeks = 4;
};

// Whether the last weeks up to `week` hold enough facts for an alarm.
bool has_recent_facts(std::span<const double> counts, std::size_t week, const RecentFacts& recent);

}  // namespace maillage::engine
