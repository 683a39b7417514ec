#pragma once

#include "domain/identity/api.hpp"
#include "platform/jobs/job.hpp"
#include "platform/jobs/job_run.hpp"
#include "platform/pdf/pdf.hpp"

namespace maillage::final_review {

inline constexpr std::string_view document_kind = "final_review.document";

// The job that makes the document, as PDF or OpenDocument text, under the rights that who asked has now.
std::expected<std::optional<platform::jobs::JobResult>, platform::jobs::JobRefusal> make_document(
    platform::jobs::JobRun& run, identity::Services& services, const identity::Actor& actor,
    const platform::pdf::PdfOptions& paper);

}  // namespace maillage::final_review
