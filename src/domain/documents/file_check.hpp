#pragma once

#include <expected>
#include <optional>
#include <string>
#include <string_view>

#include "domain/documents/api.hpp"
#include "platform/jobs/job_run.hpp"

// What the worker does with a file before anybody may download it.
namespace maillage::documents {

inline constexpr std::string_view check_kind = "documents.check_file";

// The job that checks `id`: it belongs to `account`, who follows it.
platform::jobs::JobId order_check(platform::db::Tx& tx, territory::CouncilId council,
                                  identity::AccountId account, const FileId& id, foundation::Instant now);

// Asks the virus scanner (none when `scanner` is empty), cleans the file, and settles it as ready or refused.
// A scanner that gives no answer is asked again, four times; then the file is refused.
std::expected<std::optional<platform::jobs::JobResult>, platform::jobs::JobRefusal> check_file(
    platform::jobs::JobRun& run, identity::Services& services, const std::string& scanner);

// Every minute: checks are ordered for files that have none, and files whose check ended without a word are
// refused.
void wake_checks(platform::db::Tx& tx, foundation::Instant now);

}  // namespace maillage::documents
