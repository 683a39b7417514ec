#pragma once

#include <chrono>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "platform/db/pool.hpp"
#include "platform/jobs/job.hpp"

namespace maillage::platform::jobs {

// A job as the worker holds it. Its number of attempts is also its ticket: what a worker says about a job
// that was meanwhile given to another is ignored.
struct TakenJob {
    JobId id;
    std::int64_t council, account;
    std::string kind, payload;
    int attempts, most_attempts;
};

// The worker's side of the table, each call in a transaction of its own as the application itself.
class JobQueue {
 public:
    explicit JobQueue(db::Pool& pool) : pool_(pool) {}

    std::optional<TakenJob> take(const std::vector<std::string>& kinds, foundation::Instant now);
    void progress(const TakenJob& job, int percent, std::string_view step, foundation::Instant now);
    // Tells that this worker lives, and learns which of its jobs are to be cancelled or were given to
    // another.
    struct Beat {
        JobId id;
        int attempts;
        bool cancel_asked;
    };
    std::vector<Beat> keep_alive(const std::vector<std::int64_t>& ids, foundation::Instant now);

    // The result and the end together, or neither. False when the job is no longer this worker's.
    bool finish(const TakenJob& job, const std::optional<JobResult>& result, foundation::Instant expires,
                foundation::Instant now);
    void fail(const TakenJob& job, std::string_view failure, foundation::Instant now);
    void mark_cancelled(const TakenJob& job, foundation::Instant now);
    void retry_later(const TakenJob& job, std::string_view failure, foundation::Instant now);
    // Back to the queue as if it had not been taken: the worker stops.
    void release(const TakenJob& job);

    // Jobs whose worker gave no sign since `silent_since`: run again, or failed when they had their attempts.
    int recover(foundation::Instant silent_since, foundation::Instant now);
    // Results that expired and jobs that ended before `ended_before`.
    void forget(foundation::Instant ended_before, foundation::Instant now);

 private:
    db::Pool& pool_;
};

}  // namespace maillage::platform::jobs
