#pragma once

#include <atomic>
#include <expected>
#include <functional>
#include <map>
#include <optional>
#include <string>

#include "platform/i18n/words.hpp"
#include "platform/jobs/job_queue.hpp"

namespace maillage::platform::jobs {

// One attempt at a job, as its handler sees it.
class JobRun {
 public:
    JobRun(JobQueue& queue, const TakenJob& job, const foundation::Clock& clock)
        : queue_(queue), job_(job), clock_(clock) {}

    JobId id() const { return job_.id; }
    std::int64_t council() const { return job_.council; }
    std::int64_t account() const { return job_.account; }
    const std::string& payload() const { return job_.payload; }
    int attempt() const { return job_.attempts; }
    foundation::Instant now() const { return clock_(); }
    // Shown to who waits: kept at once, whatever becomes of the handler's own transactions.
    void progress(int percent, i18n::Key step);
    // True once the job was cancelled, given to another worker, or the worker stops: long work asks now and
    // then and returns any refusal. Fits as the `cancelled` of sandbox::run.
    bool should_stop() const { return stop_ != Stop::no; }

    enum class Stop : std::uint8_t { no, cancelled, not_ours, worker_stops };
    void ask_to_stop(Stop why) { stop_ = why; }
    Stop why_stopped() const { return stop_; }
    const TakenJob& job() const { return job_; }

 private:
    JobQueue& queue_;
    const TakenJob& job_;
    const foundation::Clock& clock_;
    std::atomic<Stop> stop_{Stop::no};
};

struct JobRefusal {
    i18n::Key why;  // shown to who asked
    enum class Again : std::uint8_t { later, never } again = Again::never;
};

// Does the work, again and again with the same effect, and returns what there is to download, if anything. An
// exception counts as Again::later.
using JobHandler = std::function<std::expected<std::optional<JobResult>, JobRefusal>(JobRun&)>;
// By kind. Given by app: the platform knows no kind.
using JobHandlers = std::map<std::string, JobHandler, std::less<>>;

}  // namespace maillage::platform::jobs
