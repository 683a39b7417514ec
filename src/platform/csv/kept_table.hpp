#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "platform/csv/table.hpp"

// A table that waits in the database between its upload and its confirmation: every line as read with its
// number in the file, also those that cannot be taken.
namespace maillage::platform::csv {

std::string kept_text(const Table& table);
// `uploaded`: the limits of the file it came from. Numbers, quotes and guards come on top of them.
std::optional<Table> kept_table(std::string_view text, const CsvLimits& uploaded);

}  // namespace maillage::platform::csv
