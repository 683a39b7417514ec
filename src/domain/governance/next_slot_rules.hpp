#pragma once

#include <optional>

#include "domain/governance/body_rules.hpp"

namespace maillage::governance {

// The slot in which a body is to meet by the rhythm that the city decided: the one that holds today, or the
// first to come. Nothing for a body that meets as needed or is called by others.
std::optional<Period> next_slot(Rhythm rhythm, std::optional<unsigned> month, foundation::Date today);

}  // namespace maillage::governance
