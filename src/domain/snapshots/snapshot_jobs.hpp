#pragma once

#include <optional>
#include <string_view>

#include "domain/identity/api.hpp"
#include "platform/jobs/job.hpp"
#include "platform/jobs/job_run.hpp"
#include "platform/pdf/pdf.hpp"

// The files that the worker makes of a snapshot.
namespace maillage::snapshots {

inline constexpr std::string_view document_kind = "snapshots.document", workbook_kind = "snapshots.workbook";

// Asks for one of them. Traced. Nothing for a number that no snapshot has.
std::optional<platform::jobs::JobId> order_document(platform::db::Tx& tx, const identity::Call& call,
                                                    std::string_view kind, std::int64_t number);

// The jobs themselves, under the rights that who asked has now.
using Made = std::expected<std::optional<platform::jobs::JobResult>, platform::jobs::JobRefusal>;
Made make_document(platform::jobs::JobRun& run, identity::Services& services, const identity::Actor& actor,
                   const platform::pdf::PdfOptions& paper);
Made make_workbook(platform::jobs::JobRun& run, identity::Services& services, const identity::Actor& actor);

}  // namespace maillage::snapshots
