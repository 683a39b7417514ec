#pragma once

#include <chrono>
#include <memory>
#include <string>

#include "platform/db/pool.hpp"
#include "platform/jobs/job_run.hpp"
#include "platform/log/log.hpp"

namespace maillage::platform::jobs {

struct WorkerOptions {
    unsigned threads = 2;
    std::chrono::milliseconds poll{2'000};         // how often it looks when nothing announces a job
    std::chrono::milliseconds heartbeat{5'000};    // how often it says that it lives
    std::chrono::milliseconds lost_after{30'000};  // of silence, a worker is taken for dead
    std::chrono::hours results_kept{24};
    std::chrono::days jobs_kept{30};
    std::string
        listen;  // libpq parameters of a connection on which new jobs are announced; empty: polls only
};

// Takes jobs from the table and runs their handlers, several at once. Any number of workers may run on any
// number of machines.
class Worker {
 public:
    Worker(db::Pool& pool, JobHandlers handlers, foundation::Clock clock, const log::Log& log,
           const WorkerOptions& options);
    ~Worker();
    Worker(const Worker&) = delete;
    Worker& operator=(const Worker&) = delete;

    void start();
    // Takes nothing more, asks the running handlers to stop and waits for them. Jobs that did not end go back
    // to the queue.
    void stop();

    // Runs one waiting job on the caller's thread; false when none waits.
    bool run_one();
    // What a started worker does at each heartbeat, on the caller's thread.
    void keep_house();

 private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace maillage::platform::jobs
