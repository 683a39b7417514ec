#pragma once

#include <expected>
#include <string>

#include "domain/snapshots/api.hpp"
#include "platform/i18n/words.hpp"
#include "platform/spreadsheet/xlsx_writer.hpp"

namespace maillage::snapshots {

// Four sheets: the snapshot itself, its indicators with their definitions, every figure, every action.
std::expected<std::string, platform::spreadsheet::XlsxRefusal> snapshot_workbook(
    const platform::i18n::Words& words, const Snapshot& snapshot);

}  // namespace maillage::snapshots
