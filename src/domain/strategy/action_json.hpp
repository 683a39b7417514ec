#pragma once

#include <cstdint>
#include <string>

#include "domain/strategy/action_store.hpp"
#include "platform/csv/writer.hpp"
#include "platform/json_writer.hpp"

namespace maillage::strategy {

void write_action(platform::JsonWriter& json, const Action& action, foundation::Date today);

// Code, domain, title, pilot, group, state, progress, due: what other programs count on, in this order. The
// file for people has the partners too; an import reads both.
enum class CsvColumns : std::uint8_t { contract, with_partners };
std::string actions_csv(Scope& scope, const ActionFilter& filter, platform::csv::Dialect dialect,
                        CsvColumns columns);
// The columns of the file for people, in a workbook.
std::string actions_xlsx(Scope& scope, const ActionFilter& filter);

}  // namespace maillage::strategy
