#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "engine/core/refusal.hpp"

namespace maillage::engine {

// Plane: x, y in metres (or any unit: distances are only compared, and with the greatest radius given in the
// same). Longitude and latitude: x = longitude, y = latitude in degrees, radius in metres, distances on a
// sphere of 6 367 km, Kulldorff's figure.
enum class ScanCoordinates : std::uint8_t { plane, longitude_latitude };

struct ZoneOptions {
    ScanCoordinates coordinates = ScanCoordinates::plane;
    double largest_share = 0.5;  // of the total expected count, (0, 1]
    double largest_radius = 0;   // 0: no limit
};

// The zones of a circular scan (Kulldorff 1997, Commun. Stat. Theory Methods 26:1481): around each centre,
// its units by increasing distance, ties by unit number; zone k of a centre is its first k units. Units are
// added while the zone's *expected* count stays within the share (expected, not raw population: with age and
// sex the two differ) and the distance within the radius.
struct Zones {
    std::vector<std::size_t> start{0};
    std::vector<std::uint32_t> members;
    std::vector<double> distance;  // of each member from its centre

    std::size_t centres() const { return start.size() - 1; }
    std::span<const std::uint32_t> of(std::size_t centre) const {
        return std::span(members).subspan(start[centre], start[centre + 1] - start[centre]);
    }
};

// Every unit is a centre. Refuses coordinates that are not finite or not of the kind said, no expected count
// at all (`zero_population`), more than 100 000 units or 2²⁷ members in all (`overflow`).
Outcome<Zones> zones_around_units(std::span<const double> x, std::span<const double> y,
                                  std::span<const double> expected, const ZoneOptions& options);

}  // namespace maillage::engine
