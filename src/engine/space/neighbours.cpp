#include "engine/space/neighbours.hpp"

#include <algorithm>
#include <cmath>

#include "engine/core/columns.hpp"

namespace maillage::engine {
namespace {

struct Grid {
    double left, bottom, cell;
    std::uint32_t columns, rows;

    std::uint32_t column(double x) const {
        return std::min(columns - 1, static_cast<std::uint32_t>((x - left) / cell));
    }
    std::uint32_t row(double y) const {
        return std::min(rows - 1, static_cast<std::uint32_t>((y - bottom) / cell));
    }
};

// Cells of the wanted size, but never more than about two a point: a tiny distance must not make a huge
// table.
Grid grid_over(std::span<const double> x, std::span<const double> y, double distance) {
    const auto [left, right] = std::minmax_element(x.begin(), x.end());
    const auto [bottom, top] = std::minmax_element(y.begin(), y.end());
    const double width = *right - *left, height = *top - *bottom;
    const double most = 2.0 * static_cast<double>(x.size()) + 16;
    double cell = distance;
    while ((std::floor(width / cell) + 1) * (std::floor(height / cell) + 1) > most) cell *= 2;
    return {.left = *left,
            .bottom = *bottom,
            .cell = cell,
            .columns = static_cast<std::uint32_t>(width / cell) + 1,
            .rows = static_cast<std::uint32_t>(height / cell) + 1};
}

bool look_like_degrees(std::span<const double> x, std::span<const double> y) {
    const auto within = [](std::span<const double> column, double limit) {
        return std::all_of(column.begin(), column.end(), [&](double v) { return std::abs(v) <= limit; });
    };
    return within(x, 180) && within(y, 90);
}

}  // namespace

Outcome<Neighbours> neighbours_of_pairs(std::span<const Pair> pairs, std::uint32_t units) {
    std::vector<Pair> sorted(pairs.begin(), pairs.end());
    for (const Pair& pair : sorted)
        if (pair.from >= units || pair.to >= units)
            return std::unexpected(Refusal{Reason::index_out_of_range,
                                           static_cast<double>(std::max(pair.from, pair.to)),
                                           static_cast<double>(units)});
    std::sort(sorted.begin(), sorted.end(),
              [](const Pair& a, const Pair& b) { return a.from != b.from ? a.from < b.from : a.to < b.to; });
    Neighbours found;
    found.start.assign(units + 1, 0);
    for (std::size_t i = 0; i < sorted.size(); ++i) {
        const bool twice = i > 0 && sorted[i].from == sorted[i - 1].from && sorted[i].to == sorted[i - 1].to;
        if (twice || sorted[i].from == sorted[i].to) continue;
        found.members.push_back(sorted[i].to);
        ++found.start[sorted[i].from + 1];
    }
    for (std::uint32_t unit = 0; unit < units; ++unit) found.start[unit + 1] += found.start[unit];
    return found;
}

Outcome<Neighbours> neighbours_within(std::span<const double> x, std::span<const double> y, double distance,
                                      Plane plane) {
    if (x.empty()) return std::unexpected(Refusal{Reason::empty});
    if (const auto refused = lengths_differ(y.size(), x.size())) return std::unexpected(*refused);
    if (const auto refused = not_finite(x)) return std::unexpected(*refused);
    if (const auto refused = not_finite(y)) return std::unexpected(*refused);
    if (!(std::isfinite(distance) && distance > 0))
        return std::unexpected(Refusal{Reason::parameter_out_of_range, distance, 0});
    if (plane == Plane::metres && x.size() > 1 && look_like_degrees(x, y))
        return std::unexpected(Refusal{Reason::looks_like_degrees, *std::max_element(x.begin(), x.end())});
    const Grid grid = grid_over(x, y, distance);
    const std::size_t cells = static_cast<std::size_t>(grid.columns) * grid.rows;
    std::vector<std::uint32_t> first(cells + 1, 0), order(x.size());
    const auto cell_of = [&](std::size_t i) {
        return static_cast<std::size_t>(grid.row(y[i])) * grid.columns + grid.column(x[i]);
    };
    for (std::size_t i = 0; i < x.size(); ++i) ++first[cell_of(i) + 1];
    for (std::size_t cell = 0; cell < cells; ++cell) first[cell + 1] += first[cell];
    std::vector<std::uint32_t> next(first.begin(), first.end() - 1);
    for (std::size_t i = 0; i < x.size(); ++i) order[next[cell_of(i)]++] = static_cast<std::uint32_t>(i);

    Neighbours found;
    found.start.assign(1, 0);
    const double limit = distance * distance;
    for (std::size_t i = 0; i < x.size(); ++i) {
        const std::uint32_t column = grid.column(x[i]), row = grid.row(y[i]);
        const auto begin = static_cast<std::ptrdiff_t>(found.members.size());
        for (std::uint32_t r = row == 0 ? 0 : row - 1; r <= std::min(grid.rows - 1, row + 1); ++r) {
            const std::size_t line = static_cast<std::size_t>(r) * grid.columns;
            const std::size_t from = first[line + (column == 0 ? 0 : column - 1)];
            const std::size_t to = first[line + std::min(grid.columns - 1, column + 1) + 1];
            for (std::size_t k = from; k < to; ++k) {
                const std::uint32_t j = order[k];
                const double dx = x[j] - x[i], dy = y[j] - y[i];
                if (j != i && dx * dx + dy * dy <= limit) found.members.push_back(j);
            }
        }
        std::sort(found.members.begin() + begin, found.members.end());
        found.start.push_back(static_cast<std::uint32_t>(found.members.size()));
    }
    return found;
}

Neighbours queen_lattice(std::uint32_t columns, std::uint32_t rows) {
    Neighbours found;
    found.start.reserve(static_cast<std::size_t>(columns) * rows + 1);
    found.members.reserve(static_cast<std::size_t>(columns) * rows * 8);
    for (std::uint32_t row = 0; row < rows; ++row)
        for (std::uint32_t column = 0; column < columns; ++column) {
            for (std::uint32_t r = row == 0 ? 0 : row - 1; r <= std::min(rows - 1, row + 1); ++r)
                for (std::uint32_t c = column == 0 ? 0 : column - 1; c <= std::min(columns - 1, column + 1);
                     ++c)
                    if (r != row || c != column) found.members.push_back(r * columns + c);
            found.start.push_back(static_cast<std::uint32_t>(found.members.size()));
        }
    return found;
}

}  // namespace maillage::engine
