#include "engine/surveillance/recent_facts.hpp"

namespace maillage::engine {

bool has_recent_facts(std::span<const double> counts, std::size_t week, const RecentFacts& recent) {
    const std::size_t first = week + 1 >= recent.weeks ? week + 1 - recent.weeks : 0;
    double sum = 0;
    for (std::size_t t = first; t <= week; ++t) sum += counts[t];
    return sum >= recent.facts;
}

}  // namespace maillage::engine
