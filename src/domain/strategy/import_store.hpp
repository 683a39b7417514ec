#pragma once

#include <optional>
#include <string>

#include "domain/strategy/change_store.hpp"
#include "domain/strategy/import_rows.hpp"

// A table waiting for its confirmation: nothing of it is in the strategy yet.
namespace maillage::strategy {

struct StagedImport {
    std::string cells;  // as CSV
    ImportMapping mapping;
    std::optional<ChangeSetId> done;  // the change that wrote it
    bool waiting = false;             // a workbook that the worker has not read yet
    std::int64_t job = 0;             // that reads it, 0 for a CSV file
    std::string refusal;              // why the workbook could not be read; see workbook_job.hpp
};
void stage_import(Scope& scope, const std::string& id, std::string_view cells, const ImportMapping& mapping);
std::optional<StagedImport> find_staged_import(Scope& scope, const std::string& id);
bool map_staged_import(Scope& scope, const std::string& id, const ImportMapping& mapping);
// Writes what can be written, as one change that can be undone.
std::optional<ChangeSetId> apply_import(Scope& scope, const std::string& id,
                                        const ImportJudgement& judgement);

}  // namespace maillage::strategy
