#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "engine/core/philox.hpp"

namespace maillage::engine {

// Chooses which of the people are the cases: every set of that many different people is as likely. People are
// numbered through the cells (a unit, or a unit in a time step), fractional numbers rounded to whole people.
// Draws are repeated when they hit somebody chosen before; so the rarer side is drawn, cases or the others,
// and a draw is repeated at most once on average.
class PeopleDraw {
 public:
    PeopleDraw(std::span<const double> people, double cases);

    double placed() const { return static_cast<double>(cases_); }
    // Adds the cases of each cell to `cells`, which holds zeros.
    void draw(Draws draws, std::span<std::uint32_t> cells) const;

 private:
    std::vector<std::uint64_t> upto_;  // people in the cells up to this one
    std::uint64_t people_ = 0, cases_ = 0;
};

}  // namespace maillage::engine
