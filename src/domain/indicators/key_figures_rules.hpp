#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "domain/indicators/indicator_types.hpp"

// The few figures that an elected official reads first.
namespace maillage::indicators {

inline constexpr std::size_t most_key_figures = 5;

struct KeyCandidate {
    const Indicator& indicator;
    bool has_figure = false;
};
// The codes of those shown until the coordinator chooses. Agreed ones first: results, then impact, context
// and activity, in the order given. Then the council's own that are only proposed, if they have a figure:
// they are shown as proposed.
std::vector<std::string> default_key_figures(std::span<const KeyCandidate> candidates);

}  // namespace maillage::indicators
