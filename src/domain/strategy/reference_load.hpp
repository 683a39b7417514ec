#pragma once

#include "domain/strategy/api.hpp"
#include "domain/strategy/load_report.hpp"
#include "domain/strategy/strategy_file.hpp"

namespace maillage::strategy {

// The strategy itself, its domains, objectives, groups, axes and commitments: added or brought up to date,
// each difference told. What the files no longer say stays, since actions may refer to it.
void save_references(Scope& scope, const FileStrategy& strategy, Extent extent, LoadReport& report);

}  // namespace maillage::strategy
