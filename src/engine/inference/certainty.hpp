#pragma once

#include <cstdint>
#include <optional>

#include "engine/rates/poisson_interval.hpp"

namespace maillage::engine {

// Three words, by fixed rules, and one silence. The sentences are in the catalogues of who shows them.
enum class Certainty : std::uint8_t {
    none,    // grey, no word: « pas de conclusion »
    low,     // faible: at most 1 in 5 is coloured by error, to be checked in the field
    medium,  // moyenne: at most 1 in 10
    high     // élevée: at most 5 %
};

// What makes figures less sure than their p says.
struct Doubts {
    double share_not_located = 0;
    double share_not_dated = 0;
    enum class Figures : std::uint8_t { final, provisional } figures = Figures::final;
    enum class Counting : std::uint8_t { same, changed } counting = Counting::same;
};

// adjusted_p: q of false_discovery.hpp for a family of tests, p for one comparison declared beforehand. ≤
// 0.05 high, ≤ 0.10 medium, ≤ 0.20 low, otherwise none. One step down, once, when more than 20 % of the facts
// are not located or not dated, or the figures are provisional, or the source changed its counting meanwhile.
// A p that is no probability gives none.
Certainty certainty_of(double adjusted_p, const Doubts& doubts = {});

enum class Direction : std::uint8_t { none, up, down };

// What may be said of a ratio (1 = no change), in whole per cent.
struct Claim {
    Direction direction = Direction::none;  // none: the interval holds 1
    int change = 0;                         // nearest per cent
    int low = 0;                            // interval, nearest per cent
    std::optional<int> high;                // nothing: no upper bound
    int at_least = 0;  // "at least … %": the bound nearest to no change, rounded towards no change
};

// Refuses nothing: a ratio of 0 is −100 %, an infinite one has no figure and the direction alone is said.
Claim claim_of(double ratio, Interval interval);

}  // namespace maillage::engine
