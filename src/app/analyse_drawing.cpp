#include "app/analyse_drawing.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <limits>

#include "app/analyse_reading.hpp"

namespace maillage::app {
namespace {

constexpr double width = 640, height = 480, border = 20;
constexpr std::string_view grey = "#9a9a9a", orange = "#c2571a", blue = "#2b6ca3";

struct Range {
    double low = std::numeric_limits<double>::infinity(), high = -low;
    void add(double value) {
        low = std::min(low, value);
        high = std::max(high, value);
    }
    double length() const { return high > low ? high - low : 1; }
};

std::string around(const std::string& shapes) {
    return fmt::format(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {0} {1}\" width=\"{0}\" height=\"{1}\" "
        "role=\"img\">\n<rect width=\"{0}\" height=\"{1}\" fill=\"#ffffff\"/>\n{2}</svg>\n",
        width, height, shapes);
}

// Places on the sheet: one scale for both axes, north up.
struct Sheet {
    Range x, y;
    double scale() const {
        return std::min((width - 2 * border) / x.length(), (height - 2 * border) / y.length());
    }
    double across(double value) const { return border + (value - x.low) * scale(); }
    double down(double value) const { return height - border - (value - y.low) * scale(); }
};

// Hot and cold spots where they pass 5 % of false discoveries, clusters by number, grey else.
std::string_view colour_of(const Reading& columns, const std::vector<Value>& row) {
    constexpr std::array<std::string_view, 6> families{"#2b6ca3", "#c2571a", "#6a4c93",
                                                       "#7a6a00", "#0f7b7b", "#8c3b5c"};
    if (const auto cluster = columns.at(row, "cluster"))
        return *cluster < 1 ? grey : families[(static_cast<std::size_t>(*cluster) - 1) % families.size()];
    const auto q = columns.at(row, columns.has("q_permutation") ? "q_permutation" : "q");
    if (columns.has("q"))
        return !q || *q > 0.05 ? grey : columns.at(row, "z").value_or(0) < 0 ? blue : orange;
    if (const auto p = columns.at(row, "p")) return *p <= 0.05 ? orange : grey;
    return blue;
}

void draw_cells(std::string& shapes, const Analysis& analysis, const Reading& columns, const Sheet& sheet) {
    Range density;
    density.add(0);
    for (const auto& row : analysis.rows)
        if (const auto value = columns.at(row, "density")) density.add(*value);
    const double wide = columns.number("cell_width").value_or(0) * sheet.scale();
    const double tall = columns.number("cell_height").value_or(0) * sheet.scale();
    for (const auto& row : analysis.rows) {
        const auto x = columns.at(row, "x"), y = columns.at(row, "y"), value = columns.at(row, "density");
        if (!x || !y || !value || *value <= 0) continue;
        fmt::format_to(std::back_inserter(shapes),
                       "<rect x=\"{:.2f}\" y=\"{:.2f}\" width=\"{:.2f}\" height=\"{:.2f}\" fill=\"{}\" "
                       "fill-opacity=\"{:.3f}\"/>\n",
                       sheet.across(*x) - wide / 2, sheet.down(*y) - tall / 2, wide, tall, orange,
                       *value / density.length());
    }
}

void draw_points(std::string& shapes, const Analysis& analysis, const Reading& columns, const Sheet& sheet) {
    for (const auto& row : analysis.rows) {
        const auto x = columns.at(row, "x"), y = columns.at(row, "y");
        if (!x || !y) continue;
        const double radius = columns.at(row, "radius").value_or(0) * sheet.scale();
        const bool circle = columns.has("radius") && radius > 3 && radius < width;
        fmt::format_to(std::back_inserter(shapes),
                       "<circle cx=\"{:.2f}\" cy=\"{:.2f}\" r=\"{:.2f}\" fill=\"{}\" fill-opacity=\"{}\"/>\n",
                       sheet.across(*x), sheet.down(*y), circle ? radius : 3, colour_of(columns, row),
                       circle ? "0.3" : "0.8");
    }
}

std::optional<std::string> map_of(const Analysis& analysis, const Reading& columns) {
    Sheet sheet;
    for (const auto& row : analysis.rows) {
        if (const auto x = columns.at(row, "x")) sheet.x.add(*x);
        if (const auto y = columns.at(row, "y")) sheet.y.add(*y);
    }
    if (!(sheet.x.low <= sheet.x.high && sheet.y.low <= sheet.y.high)) return around("");
    std::string shapes;
    if (columns.has("density") && columns.number("cell_width"))
        draw_cells(shapes, analysis, columns, sheet);
    else
        draw_points(shapes, analysis, columns, sheet);
    return around(shapes);
}

// What is worth a line, and its colour.
struct Line {
    std::string_view column, colour;
};
constexpr std::array lines{Line{"value", blue},   Line{"count", blue},  Line{"k", blue},
                           Line{"weight", blue},  Line{"index", blue},  Line{"smoothed", blue},
                           Line{"upper", orange}, Line{"trend", orange}};

std::optional<std::string> lines_of(const Analysis& analysis, const Reading& columns) {
    if (analysis.rows.size() < 2 || !columns.at(analysis.rows.front(), analysis.columns.front()))
        return std::nullopt;
    Range across, up;
    up.add(0);
    for (const auto& row : analysis.rows) {
        across.add(columns.at(row, analysis.columns.front()).value_or(0));
        for (const Line& line : lines)
            if (const auto value = columns.at(row, line.column)) up.add(*value);
    }
    if (up.high <= up.low) return std::nullopt;
    std::string shapes;
    for (const Line& line : lines) {
        std::string points;
        for (const auto& row : analysis.rows)
            if (const auto value = columns.at(row, line.column))
                points += fmt::format(
                    "{:.2f},{:.2f} ",
                    border + (columns.at(row, analysis.columns.front()).value_or(0) - across.low) /
                                 across.length() * (width - 2 * border),
                    height - border - (*value - up.low) / up.length() * (height - 2 * border));
        if (!points.empty())
            shapes +=
                fmt::format("<polyline points=\"{}\" fill=\"none\" stroke=\"{}\" stroke-width=\"2\"/>\n",
                            points.substr(0, points.size() - 1), line.colour);
    }
    return around(shapes);
}

}  // namespace

std::optional<std::string> drawing_of(const Analysis& analysis) {
    const Reading columns(analysis);
    if (columns.has("x") && columns.has("y")) return map_of(analysis, columns);
    if (analysis.columns.empty()) return std::nullopt;
    return lines_of(analysis, columns);
}

}  // namespace maillage::app
