#include "engine/space/neighbours.hpp"

#include <algorithm>
#include <cmath>

#include "engine/space/cell_grid.hpp"
#include "engine/space/places.hpp"

namespace maillage::engine {
namespace {

constexpr std::size_t most_members = std::size_t{1} << 28U;

// Who has each unit among its members, in increasing order since units are read in order. A relation as
// symmetric as a distance is its own transpose: its members come out sorted in one pass, without a
// comparison.
Neighbours transposed(const Neighbours& found) {
    Neighbours turned{.start = found.start, .members = std::vector<std::uint32_t>(found.members.size())};
    std::vector<std::uint32_t> next(found.start.begin(), found.start.end() - 1);
    for (std::uint32_t unit = 0; unit < found.units(); ++unit)
        for (const std::uint32_t member : found.of(unit)) turned.members[next[member]++] = unit;
    return turned;
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
    if (const auto refused = unusable_places(x, y, plane)) return std::unexpected(*refused);
    if (!(std::isfinite(distance) && distance > 0))
        return std::unexpected(Refusal{Reason::parameter_out_of_range, distance, 0});
    const CellGrid grid(x, y, distance);
    Neighbours found;
    const double limit = distance * distance;
    std::size_t used = 0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        grid.around(x[i], y[i], distance, [&](CellGrid::Run run) {
            // Written without a branch, kept by counting on: whether a point is near is anybody's guess.
            if (found.members.size() < used + (run.end - run.begin))
                found.members.resize(2 * used + (run.end - run.begin));
            std::uint32_t* members = found.members.data();
            for (std::uint32_t k = run.begin; k < run.end; ++k) {
                const double dx = grid.x()[k] - x[i], dy = grid.y()[k] - y[i];
                members[used] = grid.numbers()[k];
                used += grid.numbers()[k] != i && dx * dx + dy * dy <= limit ? 1 : 0;
            }
        });
        if (used > most_members)
            return std::unexpected(Refusal{Reason::overflow, static_cast<double>(used), most_members});
        found.start.push_back(static_cast<std::uint32_t>(used));
    }
    found.members.resize(used);
    return transposed(found);
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
