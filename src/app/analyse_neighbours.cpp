#include <limits>

#include "app/analyse_input.hpp"
#include "app/analyse_places.hpp"
#include "app/analyse_titles.hpp"
#include "engine/space/contiguity.hpp"
#include "foundation/result.hpp"

// Who is next to whom, said in one of four ways.
namespace maillage::app {
namespace {

using Found = Answer<engine::Neighbours>;

// Columns i and j, or the first two whatever their titles.
Found of_pairs(const Request& request, std::uint32_t units) {
    const auto file = TRY(request.text("neighbours"));
    const InputTable pairs = TRY(InputTable::read(file));
    const bool named = pairs.has("i") && pairs.has("j");
    const auto titles = pairs.titles();
    if (!named && titles.size() < 2) return std::unexpected(Problem{.code = "missing_column", .about = "j"});
    const auto from = TRY(pairs.counts(named ? "i" : titles[0]));
    const auto to = TRY(pairs.counts(named ? "j" : titles[1]));
    std::vector<engine::Pair> found;
    found.reserve(from.size());
    // Row 0 does not exist: it wraps to an index that is refused.
    for (std::size_t k = 0; k < from.size(); ++k) found.push_back({from[k] - 1, to[k] - 1});
    return answered(engine::neighbours_of_pairs(found, units));
}

// Columns x, y, zone (a row number from 1) and, where a zone has several outlines, ring.
Found of_outlines(const Request& request, std::uint32_t units) {
    const auto file = TRY(request.text("outlines"));
    const InputTable corners = TRY(InputTable::read(file));
    const auto x = TRY(corners.numbers("x")), y = TRY(corners.numbers("y"));
    auto zone = TRY(corners.counts("zone"));
    for (std::uint32_t& number : zone) --number;
    std::vector<std::uint32_t> ring(zone);
    if (corners.has("ring")) {
        Titles rings;
        const auto words = TRY(corners.texts("ring"));
        for (std::size_t k = 0; k < words.size(); ++k) ring[k] = rings.of(words[k]);
    }
    const std::string words = request.text_or("contiguity", "queen");
    if (words != "queen" && words != "rook")
        return std::unexpected(Problem{.code = "unreadable_option", .about = "contiguity"});
    return answered(engine::touching({.x = x, .y = y, .zone = zone, .ring = ring}, units,
                                     words == "queen" ? engine::Contiguity::queen : engine::Contiguity::rook,
                                     TRY(request.number_or("precision", 0.01))));
}

}  // namespace

Found neighbours_of(const Request& request, const InputTable& table) {
    if (table.rows() > std::numeric_limits<std::uint32_t>::max())
        return std::unexpected(Problem{.code = "overflow", .found = static_cast<double>(table.rows())});
    const auto units = static_cast<std::uint32_t>(table.rows());
    if (request.has("neighbours")) return of_pairs(request, units);
    if (request.has("outlines")) return of_outlines(request, units);
    return neighbours_of(request, TRY(points_of(request, table)));
}

Found neighbours_of(const Request& request, const Points& points) {
    const auto units = static_cast<std::uint32_t>(points.x.size());
    if (request.has("neighbours")) return of_pairs(request, units);
    if (request.has("outlines")) return of_outlines(request, units);
    // Nearness needs no unit; the unit of a distance is that of the coordinates, whatever it is.
    if (request.has("nearest"))
        return answered(engine::nearest_neighbours(points.x, points.y, TRY(request.small_or("nearest", 0)),
                                                   engine::Plane::other_unit));
    const double distance = TRY(request.number("distance"));
    if (const auto refused = degrees_with_metres(points, distance)) return std::unexpected(*refused);
    return answered(engine::neighbours_within(points.x, points.y, distance, engine::Plane::other_unit));
}

}  // namespace maillage::app
