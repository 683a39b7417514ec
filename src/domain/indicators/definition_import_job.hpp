#pragma once

#include <string>
#include <string_view>

#include "domain/identity/api.hpp"
#include "platform/db/tx.hpp"
#include "platform/jobs/job_run.hpp"

// Workbooks of indicators (.xlsx, .ods): staged with the request, read by the worker in its sandbox.
namespace maillage::indicators {

inline constexpr std::string_view read_definitions_kind = "indicators.read_definitions";

// The table and the job that reads it, both or neither.
void stage_workbook(platform::db::Tx& tx, const identity::Actor& actor, const std::string& id,
                    std::string_view bytes, foundation::Instant now);
// Why a workbook could not be read, and what to do.
std::string definitions_sentence(const platform::i18n::Words& words, std::string_view refusal);

// The job itself: a workbook that cannot be read is no failure of the job, the import's page says why.
std::expected<std::optional<platform::jobs::JobResult>, platform::jobs::JobRefusal> read_definition_workbook(
    platform::jobs::JobRun& run, identity::Services& services, const identity::Actor& actor);

}  // namespace maillage::indicators
