#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "engine/points/radius_table.hpp"
#include "engine/space/places.hpp"

namespace maillage::engine {

// Places in double precision and, from the middle of the window, in single.
struct MeasuredPlaces {
    std::span<const double> x, y;
    std::vector<float> near_x, near_y;  // and RadiusFinder::room more
};

// Finds the smallest radius (≤) that holds the distance of each place of a run from a centre; radii …
// radii + too_far − 1 when none does: a histogram adds faster to several places than to one. Radii in equal
// steps, as they nearly always are, need no look-up: a distance in single precision says which step, and
// where it comes nearer to a radius than its error, double precision decides, as it does for other radii
// (radius_table.hpp) and where the window is too wide for the steps. Both give the same answer.
class RadiusFinder {
 public:
    static constexpr std::size_t room = 16;       // how far beyond the end of a run is read and written
    static constexpr std::uint32_t too_far = 32;  // answers for what no radius holds

    RadiusFinder(std::span<const double> radii, const Rectangle& window);

    std::uint32_t radii() const { return static_cast<std::uint32_t>(squares_.size()); }
    MeasuredPlaces places(std::span<const double> x, std::span<const double> y) const;

    // For the places begin … begin + count − 1: their radii, and their squared distances to `error()`.
    void find(const MeasuredPlaces& places, std::size_t begin, std::size_t count, double x, double y,
              std::uint32_t* bin, float* squared) const;
    // Of a squared distance within the last radius.
    double error() const { return error_; }

 private:
    void settle(const double* px, const double* py, std::size_t count, double x, double y,
                std::uint32_t* bin) const;

    std::vector<double> squares_;
    double middle_x_, middle_y_, error_ = 0;
    float scale_ = 0, shift_ = 0, tolerance_ = 0;  // distance · scale + shift: 1 at the first radius, 2 at …
    std::optional<RadiusTable> table_;             // without equal steps
};

}  // namespace maillage::engine
