#pragma once

#include "domain/strategy/import_store.hpp"

// An import as its pages show it: what was read, and the judgement of each line on the strategy of now.
namespace maillage::strategy {

struct WaitingImport {
    StagedImport staged;
    platform::csv::Table table;
    ImportJudgement judgement;
};
// The one that the address names; nothing while the worker reads it, or when it could not be read.
std::optional<WaitingImport> read_waiting_import(const identity::Call& call, Scope& scope);

}  // namespace maillage::strategy
