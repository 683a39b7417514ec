#pragma once

#include <optional>
#include <string>

#include "domain/indicators/definition_import.hpp"

// A table of indicators that waits for its confirmation: nothing of it is an indicator yet. Lines that are
// written stay in it, unchanged from then on; those that are refused wait for their correction.
namespace maillage::indicators {

struct StagedTable {
    std::string cells;     // platform/csv/kept_table.hpp
    bool waiting = false;  // a workbook that the worker has not read yet
    std::int64_t job = 0;  // that reads it, 0 for a CSV file
    std::string refusal;   // why the workbook could not be read
};
void stage_table(platform::db::Tx& tx, const identity::Actor& actor, const std::string& id,
                 const platform::csv::Table& table);
std::optional<StagedTable> find_staged_table(platform::db::Tx& tx, const identity::Actor& actor,
                                             std::string_view id);
// What was typed in the place of a cell that was refused.
struct Correction {
    std::size_t line = 0;
    std::string field, text;
};
void correct(platform::csv::Table& table, const DefinitionMapping& mapping,
             const std::vector<Correction>& corrections);
bool save_corrected(platform::db::Tx& tx, const identity::Actor& actor, std::string_view id,
                    const platform::csv::Table& table);

// Writes every line that can be written, proposed until its group agrees; how many indicators it wrote.
std::int64_t write_definitions(platform::db::Tx& tx, const identity::Actor& actor,
                               const DefinitionJudgement& judgement, foundation::Instant now);

}  // namespace maillage::indicators
