#include "platform/jobs/worker.hpp"

#include <gtest/gtest.h>

#include <map>
#include <mutex>
#include <thread>

#include "platform/jobs/job_store.hpp"
#include "platform/sql.hpp"
#include "tests/support/database.hpp"

namespace maillage::platform::jobs {
namespace {

using namespace std::chrono_literals;
using test::member_of;

const foundation::Instant noon = std::chrono::sys_days(std::chrono::year(2026) / 11 / 24) + 12h;

struct A_worker : testing::Test {
    test::TestDatabase database{platform::sql::migrations()};
    db::Pool& pool = database.pool();
    std::mutex mutex;
    std::string lines;
    log::Log log{log::Level::debug, [] { return noon; },
                 [this](std::string_view line) {
                     const std::scoped_lock lock(mutex);
                     lines += line;
                 }};
    std::atomic<std::int64_t> seconds{0};
    foundation::Clock clock = [this] { return noon + std::chrono::seconds(seconds); };

    std::unique_ptr<Worker> worker(JobHandler handler, WorkerOptions options = {}) {
        return std::make_unique<Worker>(pool, JobHandlers{{"report", std::move(handler)}}, clock, log,
                                        options);
    }
    JobId enqueued(int most_attempts = 3) {
        return pool.transaction(member_of(1, 7), [&](db::Tx& tx) {
            return enqueue(tx, {.kind = "report", .council = 1, .account = 7, .most_attempts = most_attempts},
                           clock());
        });
    }
    JobStatus status(JobId id) {
        return *pool.transaction(member_of(1, 7),
                                 [&](db::Tx& tx) { return find_status(tx, {1, 7}, id, clock()); });
    }
    JobState state_once_over(JobId id) {
        for (int i = 0; i < 500 && !is_over(status(id).state); ++i) std::this_thread::sleep_for(20ms);
        return status(id).state;
    }
};

TEST_F(A_worker, runs_the_handler_of_the_job_for_who_asked) {
    const JobId id = enqueued();
    std::int64_t account = 0, council = 0;
    const auto one = worker([&](JobRun& run) -> std::expected<std::optional<JobResult>, JobRefusal> {
        account = run.account();
        council = run.council();
        run.progress(50, "jobs.failure.lost");
        EXPECT_EQ(status(id).progress, 50);
        return JobResult{"text/plain", "x.txt", "made"};
    });

    EXPECT_TRUE(one->run_one());
    EXPECT_FALSE(one->run_one());

    EXPECT_EQ(account, 7);
    EXPECT_EQ(council, 1);
    EXPECT_EQ(status(id).state, JobState::done);
    EXPECT_TRUE(status(id).has_result);
    EXPECT_NE(lines.find(R"("event":"job","kind":"report")"), std::string::npos);
}

TEST_F(A_worker, tries_again_after_a_breakdown_and_logs_it) {
    const JobId id = enqueued();
    int calls = 0;
    const auto one = worker([&](JobRun&) -> std::expected<std::optional<JobResult>, JobRefusal> {
        if (++calls == 1) throw std::runtime_error("broken\r\npipe");
        return std::nullopt;
    });

    EXPECT_TRUE(one->run_one());
    EXPECT_EQ(status(id).state, JobState::waiting);
    EXPECT_EQ(status(id).failure, "jobs.failure.breakdown");
    seconds = 10;
    EXPECT_TRUE(one->run_one());

    EXPECT_EQ(status(id).state, JobState::done);
    EXPECT_NE(lines.find("broken??pipe"), std::string::npos);
}

TEST_F(A_worker, does_not_try_again_what_was_refused_for_good) {
    const JobId id = enqueued();
    const auto one = worker([](JobRun&) -> std::expected<std::optional<JobResult>, JobRefusal> {
        return std::unexpected(JobRefusal{"jobs.failure.lost", JobRefusal::Again::never});
    });

    EXPECT_TRUE(one->run_one());

    EXPECT_EQ(status(id).state, JobState::failed);
    EXPECT_EQ(status(id).failure, "jobs.failure.lost");
}

TEST_F(A_worker, runs_each_of_many_jobs_once_with_others_beside_it) {
    std::vector<JobId> ids;
    for (int i = 0; i < 30; ++i) ids.push_back(enqueued());
    std::map<std::int64_t, int> runs;
    const auto count = [&](JobRun& run) -> std::expected<std::optional<JobResult>, JobRefusal> {
        const std::scoped_lock lock(mutex);
        ++runs[run.id().value];
        return std::nullopt;
    };
    const auto first = worker(count, {.threads = 2, .poll = 50ms}),
               second = worker(count, {.threads = 2, .poll = 50ms});

    first->start();
    second->start();
    for (const JobId id : ids) EXPECT_EQ(state_once_over(id), JobState::done);
    first->stop();
    second->stop();

    EXPECT_EQ(runs.size(), 30U);
    for (const auto& [id, times] : runs) EXPECT_EQ(times, 1) << id;
}

TEST_F(A_worker, stops_a_running_job_that_is_cancelled) {
    const JobId id = enqueued();
    const auto one = worker(
        [](JobRun& run) -> std::expected<std::optional<JobResult>, JobRefusal> {
            while (!run.should_stop()) std::this_thread::sleep_for(5ms);
            return std::unexpected(JobRefusal{"jobs.failure.lost"});
        },
        {.threads = 1, .poll = 20ms, .heartbeat = 20ms});
    one->start();
    while (status(id).state != JobState::running) std::this_thread::sleep_for(5ms);

    pool.transaction(member_of(1, 7), [&](db::Tx& tx) { return cancel(tx, {1, 7}, id, clock()); });

    EXPECT_EQ(state_once_over(id), JobState::cancelled);
}

TEST_F(A_worker, that_stops_gives_its_running_job_back) {
    const JobId id = enqueued();
    const auto one = worker(
        [](JobRun& run) -> std::expected<std::optional<JobResult>, JobRefusal> {
            while (!run.should_stop()) std::this_thread::sleep_for(5ms);
            return std::unexpected(JobRefusal{"jobs.failure.lost"});
        },
        {.threads = 1, .poll = 20ms});
    one->start();
    while (status(id).state != JobState::running) std::this_thread::sleep_for(5ms);

    one->stop();

    EXPECT_EQ(status(id).state, JobState::waiting);
}

TEST_F(A_worker, is_woken_by_the_announcement_of_a_job) {
    const auto one =
        worker([](JobRun&) -> std::expected<std::optional<JobResult>, JobRefusal> { return std::nullopt; },
               {.threads = 1, .poll = 1h, .listen = database.connection("maillage_app")});
    one->start();
    std::this_thread::sleep_for(300ms);

    const JobId id = enqueued();

    EXPECT_EQ(state_once_over(id), JobState::done);
}

TEST_F(A_worker, takes_up_the_jobs_of_a_worker_that_died) {
    const JobId id = enqueued();
    ASSERT_TRUE(JobQueue(pool).take({"report"}, clock()));
    const auto one =
        worker([](JobRun&) -> std::expected<std::optional<JobResult>, JobRefusal> { return std::nullopt; });

    one->keep_house();
    EXPECT_FALSE(one->run_one());
    seconds = 31;
    one->keep_house();
    EXPECT_TRUE(one->run_one());

    EXPECT_EQ(status(id).state, JobState::done);
}

}  // namespace
}  // namespace maillage::platform::jobs
