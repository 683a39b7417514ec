#include "platform/jobs/worker.hpp"

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <thread>

#include "platform/db/errors.hpp"
#include "platform/db/listener.hpp"

namespace maillage::platform::jobs {

struct Worker::Impl {
    JobQueue queue;
    JobHandlers handlers;
    std::vector<std::string> kinds;
    foundation::Clock clock;
    const log::Log& log;
    WorkerOptions options;

    std::mutex mutex;
    std::condition_variable changed;
    bool stopping = false;
    std::uint64_t announced = 0;
    std::vector<JobRun*> running;
    std::vector<std::jthread> threads;

    Impl(db::Pool& pool, JobHandlers all, foundation::Clock clock_in, const log::Log& log_in,
         WorkerOptions chosen)
        : queue(pool),
          handlers(std::move(all)),
          clock(std::move(clock_in)),
          log(log_in),
          options(std::move(chosen)) {
        for (const auto& [kind, handler] : handlers) kinds.push_back(kind);
    }

    // The edge: a breakdown is logged, and the work goes on later.
    template <class Work>
    auto guarded(log::Word what, Work&& work) -> std::optional<decltype(work())> {
        try {
            return work();
        } catch (const std::exception& failure) {
            log.error("jobs_breakdown", {{"during", what}, {"what", log::Breakdown{failure.what()}}});
            return std::nullopt;
        }
    }

    // Until the worker stops, somebody announces a job, or `patience` is over.
    void rest(std::chrono::milliseconds patience) {
        std::unique_lock lock(mutex);
        const std::uint64_t before = announced;
        changed.wait_for(lock, patience, [&] { return stopping || announced != before; });
    }
    bool is_stopping() {
        const std::scoped_lock lock(mutex);
        return stopping;
    }

    void serve();
    void listen();
    void keep_house_until_stopped();
    bool run_one();
    void attempt(const TakenJob& job);
    void conclude(JobRun& run, const std::expected<std::optional<JobResult>, JobRefusal>& answer);
    void beat();
    void clean(bool forget_too);
};

Worker::Worker(db::Pool& pool, JobHandlers handlers, foundation::Clock clock, const log::Log& log,
               const WorkerOptions& options)
    : impl_(std::make_unique<Impl>(pool, std::move(handlers), std::move(clock), log, options)) {}

Worker::~Worker() { stop(); }

void Worker::start() {
    for (unsigned i = 0; i < impl_->options.threads; ++i)
        impl_->threads.emplace_back([this] { impl_->serve(); });
    impl_->threads.emplace_back([this] { impl_->keep_house_until_stopped(); });
    if (!impl_->options.listen.empty()) impl_->threads.emplace_back([this] { impl_->listen(); });
}

void Worker::stop() {
    {
        const std::scoped_lock lock(impl_->mutex);
        impl_->stopping = true;
        for (JobRun* run : impl_->running)
            if (!run->should_stop()) run->ask_to_stop(JobRun::Stop::worker_stops);
    }
    impl_->changed.notify_all();
    impl_->threads.clear();
}

bool Worker::run_one() { return impl_->run_one(); }

void Worker::keep_house() {
    impl_->beat();
    impl_->clean(true);
}

void Worker::Impl::serve() {
    while (!is_stopping()) {
        const auto worked = guarded("take", [&] { return run_one(); });
        if (!worked.value_or(false)) rest(options.poll);
    }
}

void Worker::Impl::listen() {
    while (!is_stopping()) {
        const auto ended = guarded("listen", [&] {
            db::Listener listener(options.listen, {"maillage_jobs"});
            while (!is_stopping()) {
                if (!listener.wait(std::chrono::milliseconds(500))) continue;
                const std::scoped_lock lock(mutex);
                ++announced;
                changed.notify_all();
            }
            return true;
        });
        if (!ended) rest(options.poll);
    }
}

void Worker::Impl::keep_house_until_stopped() {
    auto forgotten = std::chrono::steady_clock::time_point::min();
    while (!is_stopping()) {
        const auto now = std::chrono::steady_clock::now();
        const bool forget_too = forgotten == forgotten.min() || now - forgotten > std::chrono::minutes(10);
        if (forget_too) forgotten = now;
        guarded("house", [&] { return beat(), clean(forget_too), true; });
        std::unique_lock lock(mutex);
        changed.wait_for(lock, options.heartbeat, [&] { return stopping; });
    }
}

bool Worker::Impl::run_one() {
    const auto job = queue.take(kinds, clock());
    if (job) attempt(*job);
    return job.has_value();
}

void Worker::Impl::attempt(const TakenJob& job) {
    JobRun run(queue, job, clock);
    {
        const std::scoped_lock lock(mutex);
        running.push_back(&run);
        if (stopping) run.ask_to_stop(JobRun::Stop::worker_stops);
    }
    const auto began = std::chrono::steady_clock::now();
    const auto answer = guarded("handler", [&] { return handlers.find(job.kind)->second(run); });
    {
        const std::scoped_lock lock(mutex);
        std::erase(running, &run);
    }
    conclude(run, answer.value_or(
                      std::unexpected(JobRefusal{"jobs.failure.breakdown", JobRefusal::Again::later})));
    const auto took = std::chrono::steady_clock::now() - began;
    log.info("job", {{"kind", log::Code{job.kind}},
                     {"id", job.id},
                     {"attempt", job.attempts},
                     {"ok", answer.has_value() && answer->has_value()},
                     {"duration_ms", std::chrono::duration_cast<std::chrono::milliseconds>(took).count()}});
}

void Worker::Impl::conclude(JobRun& run, const std::expected<std::optional<JobResult>, JobRefusal>& answer) {
    const foundation::Instant now = clock();
    if (answer) {
        queue.finish(run.job(), *answer, now + options.results_kept, now);
        return;
    }
    switch (run.why_stopped()) {
    case JobRun::Stop::cancelled: return queue.mark_cancelled(run.job(), now);
    case JobRun::Stop::worker_stops: return queue.release(run.job());
    case JobRun::Stop::not_ours: return;
    case JobRun::Stop::no: break;
    }
    switch (answer.error().again) {
    case JobRefusal::Again::later: return queue.retry_later(run.job(), answer.error().why.text, now);
    case JobRefusal::Again::never: return queue.fail(run.job(), answer.error().why.text, now);
    }
}

void Worker::Impl::beat() {
    std::vector<std::int64_t> ids;
    {
        const std::scoped_lock lock(mutex);
        for (const JobRun* run : running) ids.push_back(run->id().value);
    }
    if (ids.empty()) return;
    const auto beats = queue.keep_alive(ids, clock());
    const std::scoped_lock lock(mutex);
    for (JobRun* run : running) {
        if (run->should_stop() || std::ranges::find(ids, run->id().value) == ids.end()) continue;
        const auto beat = std::ranges::find(beats, run->id(), &JobQueue::Beat::id);
        if (beat == beats.end() || beat->attempts != run->attempt())
            run->ask_to_stop(JobRun::Stop::not_ours);
        else if (beat->cancel_asked)
            run->ask_to_stop(JobRun::Stop::cancelled);
    }
}

void Worker::Impl::clean(bool forget_too) {
    const foundation::Instant now = clock();
    if (const int found = queue.recover(now - options.lost_after, now); found > 0)
        log.warning("jobs_recovered", {{"count", found}});
    if (forget_too) queue.forget(now - options.jobs_kept, now);
}

}  // namespace maillage::platform::jobs
