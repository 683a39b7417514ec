#include "app/analyse_titles.hpp"

#include <algorithm>

#include "app/analyse_request.hpp"

namespace maillage::app {

std::vector<std::string> in_order(const std::vector<std::string>& cells) {
    std::vector<std::string> steps(cells);
    std::ranges::sort(steps);
    const auto [first, last] = std::ranges::unique(steps);
    steps.erase(first, last);
    const auto numbers =
        std::ranges::all_of(steps, [](const std::string& step) { return number_of(step).has_value(); });
    if (numbers)
        std::ranges::sort(steps, {},
                          [](const std::string& step) { return std::pair(*number_of(step), step); });
    return steps;
}

}  // namespace maillage::app
