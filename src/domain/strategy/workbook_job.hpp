#pragma once

#include <string>
#include <string_view>

#include "domain/identity/api.hpp"
#include "domain/strategy/scope.hpp"
#include "platform/jobs/job_run.hpp"

// Workbooks to import (.xlsx, .ods): staged with the request, read by the worker.
namespace maillage::strategy {

inline constexpr std::string_view read_workbook_kind = "strategy.read_workbook";

// The import and the job that reads it, both or neither.
void stage_workbook(Scope& scope, const std::string& id, std::string_view bytes);
// Why a workbook could not be read, and what to do.
std::string workbook_sentence(const platform::i18n::Words& words, std::string_view refusal);

// The job itself: a workbook that cannot be read is no failure of the job, the import's page says why.
std::expected<std::optional<platform::jobs::JobResult>, platform::jobs::JobRefusal> read_workbook(
    platform::jobs::JobRun& run, identity::Services& services, const identity::Actor& actor);

}  // namespace maillage::strategy
