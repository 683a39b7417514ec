#include "app/analyse_places.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "foundation/result.hpp"

namespace maillage::app {

Answer<Points> points_of(const Request& request, const InputTable& table) {
    return Points{.x = TRY(table.numbers_of(request, "x")), .y = TRY(table.numbers_of(request, "y"))};
}

Answer<engine::Rectangle> window_of(const Request& request) {
    const auto sides = TRY(request.numbers("window"));
    if (sides.size() != 4) return std::unexpected(Problem{.code = "unreadable_option", .about = "window"});
    return engine::Rectangle{.left = sides[0], .bottom = sides[1], .right = sides[2], .top = sides[3]};
}

// The window asked for, or the smallest one that holds the points.
Answer<engine::Rectangle> window_around(const Request& request, const Points& points) {
    if (request.has("window")) return window_of(request);
    if (points.x.empty()) return std::unexpected(Problem{.code = "empty"});
    const auto [left, right] = std::ranges::minmax(points.x);
    const auto [bottom, top] = std::ranges::minmax(points.y);
    return engine::Rectangle{.left = left, .bottom = bottom, .right = right, .top = top};
}

bool within_degrees(const Points& points) {
    return std::ranges::all_of(points.x, [](double x) { return std::abs(x) <= 180; }) &&
           std::ranges::all_of(points.y, [](double y) { return std::abs(y) <= 90; });
}

std::optional<Problem> degrees_with_metres(const Points& points, double distance) {
    constexpr double least_metres = 20;
    if (points.x.empty() || !std::isfinite(distance) || distance < least_metres || !within_degrees(points))
        return std::nullopt;
    const auto [left, right] = std::ranges::minmax(points.x);
    const auto [bottom, top] = std::ranges::minmax(points.y);
    if (distance <= std::hypot(right - left, top - bottom)) return std::nullopt;
    return Problem{.code = "looks_like_degrees",
                   .found = std::max({std::abs(left), std::abs(right), std::abs(bottom), std::abs(top)}),
                   .needed = distance};
}

std::optional<Problem> degrees_of_a_town(const Request& request, const Points& points) {
    constexpr double town = 1, far = 40;
    if (request.has("planar") || points.x.empty() || !within_degrees(points)) return std::nullopt;
    const auto [left, right] = std::ranges::minmax(points.x);
    const auto [bottom, top] = std::ranges::minmax(points.y);
    const double extent = std::max(right - left, top - bottom);
    const double largest = std::max({std::abs(left), std::abs(right), std::abs(bottom), std::abs(top)});
    if (!(extent > 0 && extent <= town && largest >= far * extent)) return std::nullopt;
    return Problem{.code = "looks_like_degrees", .found = largest};
}

Answer<Units> units_of(const Request& request, const InputTable& table) {
    const Points rows = TRY(points_of(request, table));
    std::vector<std::string> words;
    if (request.has("id")) {
        const auto column = TRY(request.text("id"));
        words = TRY(table.texts(column));
    }
    Units units;
    units.named = !words.empty();
    std::map<std::pair<double, double>, std::uint32_t> numbers;
    for (std::size_t row = 0; row < rows.x.size(); ++row) {
        const auto [at, added] =
            numbers.try_emplace({rows.x[row], rows.y[row]}, static_cast<std::uint32_t>(units.names.size()));
        units.of_row.push_back(at->second);
        if (!added) continue;
        units.places.x.push_back(rows.x[row]);
        units.places.y.push_back(rows.y[row]);
        units.names.push_back(words.empty() ? std::to_string(row + 1) : words[row]);
    }
    return units;
}

}  // namespace maillage::app
