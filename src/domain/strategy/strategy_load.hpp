#pragma once

#include "domain/strategy/api.hpp"
#include "domain/strategy/change_store.hpp"
#include "domain/strategy/load_report.hpp"
#include "domain/strategy/scope.hpp"
#include "domain/strategy/strategy_file.hpp"

namespace maillage::strategy {

// New actions are added, those that are there are brought up to date but for what people changed.
LoadReport load(Scope& scope, const FileStrategy& strategy, Extent extent = Extent::all_files);

}  // namespace maillage::strategy
