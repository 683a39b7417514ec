#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "platform/db/tx.hpp"
#include "platform/jobs/job.hpp"

// What request handlers do with jobs. An account sees its own jobs alone; a job of another is not found.
namespace maillage::platform::jobs {

// In the caller's transaction: the job exists if and only if the act it belongs to does.
JobId enqueue(db::Tx& tx, const NewJob& job, foundation::Instant now);

struct Owner {
    std::int64_t council, account;
};
std::optional<JobStatus> find_status(db::Tx& tx, Owner owner, JobId id, foundation::Instant now);
// The latest first.
std::vector<JobStatus> latest_statuses(db::Tx& tx, Owner owner, int most, foundation::Instant now);

// A waiting job is cancelled at once, a running one as soon as it notices. False when there is no such job,
// or it is over.
bool cancel(db::Tx& tx, Owner owner, JobId id, foundation::Instant now);

std::optional<JobResult> find_result(db::Tx& tx, Owner owner, JobId id, foundation::Instant now);

}  // namespace maillage::platform::jobs
