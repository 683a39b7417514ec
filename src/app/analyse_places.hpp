#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "app/analyse_input.hpp"
#include "app/analyse_output.hpp"
#include "engine/space/places.hpp"

namespace maillage::app {

struct Points {
    std::vector<double> x, y;
};

// `--x COL --y COL`
Answer<Points> points_of(const Request& request, const InputTable& table);

// `--window XMIN,YMIN,XMAX,YMAX`
Answer<engine::Rectangle> window_of(const Request& request);
// The same, or the smallest rectangle that holds the points.
Answer<engine::Rectangle> window_around(const Request& request, const Points& points);

// Whether all coordinates could be a longitude and a latitude.
bool within_degrees(const Points& points);

// The unit of the coordinates is that of the distances, whatever it is; but coordinates that could be degrees
// with a distance of 20 or more, beyond their whole extent, are degrees with a distance in metres.
std::optional<Problem> degrees_with_metres(const Points& points, double distance);

// The same where no distance is given: coordinates that could be degrees, and lie as a town's do, within a
// degree of each other and far from 0. `--planar` says that they are a plane's all the same.
std::optional<Problem> degrees_of_a_town(const Request& request, const Points& points);

// Rows at the same coordinates are one unit, in the order they first appear. A unit's name is its first row's
// number, or that row's word in the column of `--id`.
struct Units {
    Points places;
    std::vector<std::uint32_t> of_row;
    std::vector<std::string> names;
    bool named = false;  // by words of the file
};
Answer<Units> units_of(const Request& request, const InputTable& table);

}  // namespace maillage::app
