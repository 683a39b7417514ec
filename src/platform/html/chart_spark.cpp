#include <algorithm>
#include <cmath>

#include "platform/html/chart.hpp"
#include "platform/html/chart_parts.hpp"

namespace maillage::platform::html {

void sparkline(Out& out, const std::vector<double>& values) {
    std::vector<double> known;
    for (const double value : values)
        if (std::isfinite(value)) known.push_back(value);
    if (known.empty()) return;
    const auto [low, high] = std::ranges::minmax(known);
    const double span = high - low;
    std::string points;
    double x = 0, y = 0;
    for (std::size_t i = 0; i < known.size(); ++i) {
        x = known.size() == 1 ? 60 : 4 + 112 * static_cast<double>(i) / static_cast<double>(known.size() - 1);
        // Halved first: the span of two huge numbers of opposite signs is not finite.
        y = span > 0 ? 28 - 24 * (known[i] / 2 - low / 2) / (high / 2 - low / 2) : 16;
        points += (points.empty() ? "" : " ") + coordinate(x) + "," + coordinate(y);
    }
    el(out, "svg",
       {a("class", "spark"), a("viewBox", "0 0 120 32"), a("width", "120"), a("height", "32"),
        a("aria-hidden", "true"), a("focusable", "false")},
       [&](Out& o) {
           el(o, "polyline",
              {a("class", "s-line c1"), a("points", points), a("fill", "none"), a("stroke", ink(0)),
               a("stroke-width", "2"), a("stroke-linejoin", "round")},
              "");
           el(o, "circle",
              {a("class", "s-dot c1"), a("cx", coordinate(x)), a("cy", coordinate(y)), a("r", "3"),
               a("fill", "#ffffff"), a("stroke", ink(0)), a("stroke-width", "2")},
              "");
       });
}

}  // namespace maillage::platform::html
