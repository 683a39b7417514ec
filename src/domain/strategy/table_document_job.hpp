#pragma once

#include "domain/identity/api.hpp"
#include "domain/strategy/action_filter.hpp"
#include "domain/strategy/scope.hpp"
#include "platform/jobs/job.hpp"
#include "platform/jobs/job_run.hpp"
#include "platform/pdf/pdf.hpp"

namespace maillage::strategy {

inline constexpr std::string_view table_document_kind = "strategy.table_document";
// More than forty pages are no document for a meeting: who asks for more filters first.
inline constexpr std::int64_t most_actions_on_paper = 1'000;

// Asks for the tracking table on paper: the codes that `filter` finds now, in its order, so that no typed
// word enters the queue. Traced. Nothing when the filter finds no action, or too many.
std::optional<platform::jobs::JobId> order_table_document(Scope& scope, const identity::Call& call,
                                                          ActionFilter filter);

// The job itself, under the rights that who asked has now.
std::expected<std::optional<platform::jobs::JobResult>, platform::jobs::JobRefusal> make_table_document(
    platform::jobs::JobRun& run, identity::Services& services, const identity::Actor& actor,
    const platform::pdf::PdfOptions& paper);

}  // namespace maillage::strategy
