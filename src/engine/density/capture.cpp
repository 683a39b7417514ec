#include "engine/density/capture.hpp"

#include <algorithm>
#include <cmath>
#include <functional>

namespace maillage::engine {

Outcome<Capture> capture(const Raster& map, double level, std::span<const double> later_x,
                         std::span<const double> later_y) {
    if (const auto refused = unusable_places(later_x, later_y, Plane::other_unit))
        return std::unexpected(*refused);
    const auto coloured =
        std::count_if(map.values.begin(), map.values.end(), [&](double v) { return v >= level; });
    if (coloured == 0) return std::unexpected(Refusal{Reason::parameter_out_of_range, level, 0});
    Capture found;
    found.area_share = static_cast<double>(coloured) / static_cast<double>(map.values.size());
    for (std::size_t i = 0; i < later_x.size(); ++i) {
        if (!map.window.contains(later_x[i], later_y[i])) {
            ++found.outside;
            continue;
        }
        ++found.events;
        found.captured += map.cell_of(later_x[i], later_y[i]) >= level;
    }
    if (found.events == 0) return std::unexpected(Refusal{Reason::too_few_events, 0, 1});
    found.event_share = static_cast<double>(found.captured) / static_cast<double>(found.events);
    found.pai = found.event_share / found.area_share;
    return found;
}

Outcome<double> level_of_area(const Raster& map, double area_share) {
    if (!(area_share > 0 && area_share <= 1))
        return std::unexpected(Refusal{Reason::parameter_out_of_range, area_share, 1});
    if (map.values.empty()) return std::unexpected(Refusal{Reason::empty});
    std::vector<double> values = map.values;
    const double wanted = std::ceil(area_share * static_cast<double>(values.size()));
    const auto rank = std::clamp(static_cast<std::size_t>(wanted), std::size_t{1}, values.size()) - 1;
    std::nth_element(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(rank), values.end(),
                     std::greater<>());
    return values[rank];
}

}  // namespace maillage::engine
