#pragma once

#include <string>
#include <string_view>

#include "domain/identity/api.hpp"
#include "domain/indicators/entry_grid.hpp"
#include "platform/csv/table.hpp"
#include "platform/jobs/job_run.hpp"

// The entry grid as a workbook, and a workbook that comes back (.xlsx, .ods), read by the worker.
namespace maillage::indicators {

// An .xlsx with the rows and columns of the grid; a share has two rows, its part and its total. The last
// column says when it was made, so that what changes meanwhile is seen when it comes back.
std::string workbook_of(const identity::Call& call, const Grid& grid);

inline constexpr std::string_view read_workbook_kind = "indicators.read_workbook";
// Why a workbook could not be read, and what to do.
std::string workbook_sentence(const platform::i18n::Words& words, std::string_view refusal);
std::expected<std::optional<platform::jobs::JobResult>, platform::jobs::JobRefusal> read_workbook(
    platform::jobs::JobRun& run, identity::Services& services, const identity::Actor& actor);

// What the worker kept, or what was pasted.
std::expected<platform::csv::Table, platform::csv::CsvProblem> table_of(std::string_view cells);

}  // namespace maillage::indicators
