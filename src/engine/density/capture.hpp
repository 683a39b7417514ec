#pragma once

#include <span>

#include "engine/core/refusal.hpp"
#include "engine/density/raster.hpp"

namespace maillage::engine {

// How many of the later events fell in the coloured area: share captured, and the prediction accuracy index
// PAI = share of events / share of area (Chainey, Tompson & Uhlig 2008, Secur. J. 21:4). 1 = no better than
// a uniform choice. Only events after the map's period may be given: the map knows its own.
struct Capture {
    std::size_t events = 0;    // inside the window
    std::size_t outside = 0;   // left out
    std::size_t captured = 0;  // inside the coloured area
    double area_share = 0, event_share = 0, pai = 0;
};

// The coloured area is the cells of at least `level`. Refuses an area that is empty, and no later event.
Outcome<Capture> capture(const Raster& map, double level, std::span<const double> later_x,
                         std::span<const double> later_y);

// The level above which the hottest `area_share` (0 … 1] of the cells lie; cells that tie with it are all in.
Outcome<double> level_of_area(const Raster& map, double area_share);

}  // namespace maillage::engine
