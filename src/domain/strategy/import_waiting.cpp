#include "domain/strategy/import_waiting.hpp"

#include "platform/csv/kept_table.hpp"

namespace maillage::strategy {

std::optional<WaitingImport> read_waiting_import(const identity::Call& call, Scope& scope) {
    auto staged = find_staged_import(scope, std::string(call.request.param("id")));
    if (!staged || staged->waiting) return std::nullopt;
    auto table = platform::csv::kept_table(staged->cells, import_limits);
    if (!table) return std::nullopt;
    ImportJudgement judgement = judge_import(scope, call.words, *table, staged->mapping);
    return WaitingImport{*std::move(staged), *std::move(table), std::move(judgement)};
}

}  // namespace maillage::strategy
