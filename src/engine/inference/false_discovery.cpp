#include "engine/inference/false_discovery.hpp"

#include <algorithm>
#include <numeric>

namespace maillage::engine {

Outcome<std::vector<double>> benjamini_hochberg(std::span<const double> p) {
    for (std::size_t i = 0; i < p.size(); ++i)
        if (!(p[i] >= 0 && p[i] <= 1))
            return std::unexpected(Refusal{Reason::parameter_out_of_range, static_cast<double>(i), 1});
    std::vector<std::size_t> order(p.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return p[a] < p[b]; });
    std::vector<double> q(p.size());
    const auto tests = static_cast<double>(p.size());
    double smallest = 1;
    for (std::size_t rank = order.size(); rank > 0; --rank) {
        smallest = std::min(smallest, p[order[rank - 1]] * tests / static_cast<double>(rank));
        q[order[rank - 1]] = smallest;
    }
    return q;
}

}  // namespace maillage::engine
