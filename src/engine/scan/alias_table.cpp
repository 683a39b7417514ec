#include "engine/scan/alias_table.hpp"

#include <numeric>

namespace maillage::engine {

AliasTable::AliasTable(std::span<const double> weights) : keep_(weights.size()), other_(weights.size()) {
    const double total = std::accumulate(weights.begin(), weights.end(), 0.0);
    std::vector<std::uint32_t> low, high;
    for (std::uint32_t i = 0; i < weights.size(); ++i) {
        keep_[i] = weights[i] / total * static_cast<double>(weights.size());
        other_[i] = i;
        (keep_[i] < 1 ? low : high).push_back(i);
    }
    while (!low.empty() && !high.empty()) {
        const std::uint32_t poor = low.back(), rich = high.back();
        low.pop_back();
        other_[poor] = rich;
        keep_[rich] -= 1 - keep_[poor];
        if (keep_[rich] < 1) {
            high.pop_back();
            low.push_back(rich);
        }
    }
    // What rounding left over stands alone; a weight of 0 never does, unless rounding emptied the rich.
    for (const std::uint32_t i : high) keep_[i] = 1;
    for (const std::uint32_t i : low) keep_[i] = weights[i] > 0 ? 1 : keep_[i];
}

}  // namespace maillage::engine
