#pragma once

#include <string>

#include "domain/strategy/action_store.hpp"
#include "platform/csv/writer.hpp"
#include "platform/json_writer.hpp"

namespace maillage::strategy {

void write_action(platform::JsonWriter& json, const Action& action, foundation::Date today);

// The columns that an import reads back: code, domain, title, pilot, group, state, progress, due, partners.
std::string actions_csv(Scope& scope, const ActionFilter& filter, platform::csv::Dialect dialect);
// The same columns in a workbook.
std::string actions_xlsx(Scope& scope, const ActionFilter& filter);

}  // namespace maillage::strategy
