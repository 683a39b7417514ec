#include "platform/jobs/job_store.hpp"

#include <gtest/gtest.h>

#include <expected>

#include "platform/jobs/job_queue.hpp"
#include "platform/sql.hpp"
#include "tests/support/database.hpp"

namespace maillage::platform::jobs {
namespace {

using namespace std::chrono_literals;
using test::member_of;

const foundation::Instant noon = std::chrono::sys_days(std::chrono::year(2026) / 11 / 24) + 12h;
const std::vector<std::string> kinds{"report"};

struct A_job : testing::Test {
    test::TestDatabase database{platform::sql::migrations()};
    db::Pool& pool = database.pool();
    JobQueue queue{pool};

    JobId enqueued(std::int64_t council = 1, std::int64_t account = 7) {
        return pool.transaction(member_of(council, account), [&](db::Tx& tx) {
            return enqueue(
                tx,
                {.kind = "report", .payload = R"({"objective": 3})", .council = council, .account = account},
                noon);
        });
    }
    std::optional<JobStatus> status_for(std::int64_t council, std::int64_t account, JobId id,
                                        foundation::Instant now = noon) {
        return pool.transaction(member_of(council, account),
                                [&](db::Tx& tx) { return find_status(tx, {council, account}, id, now); });
    }
    std::optional<JobResult> result_for(std::int64_t account, JobId id, foundation::Instant now) {
        return pool.transaction(member_of(1, account),
                                [&](db::Tx& tx) { return find_result(tx, {1, account}, id, now); });
    }
};

TEST_F(A_job, waits_after_it_was_asked_for) {
    const JobId id = enqueued();

    const auto status = status_for(1, 7, id);

    ASSERT_TRUE(status);
    EXPECT_EQ(status->state, JobState::waiting);
    EXPECT_EQ(status->kind, "report");
    EXPECT_EQ(status->created, noon);
    EXPECT_FALSE(status->has_result);
}

TEST_F(A_job, is_seen_by_who_asked_for_it_alone) {
    const JobId id = enqueued(1, 7);

    EXPECT_TRUE(status_for(1, 7, id));
    EXPECT_FALSE(status_for(1, 8, id));
    EXPECT_FALSE(status_for(2, 7, id));
    EXPECT_TRUE(
        pool.transaction(member_of(1, 8), [](db::Tx& tx) { return latest_statuses(tx, {1, 7}, 10, noon); })
            .empty());
}

TEST_F(A_job, does_not_exist_when_its_act_was_rolled_back) {
    struct Refused {};
    const auto refused = pool.transaction(member_of(1, 7), [&](db::Tx& tx) -> std::expected<int, Refused> {
        enqueue(tx, {.kind = "report", .council = 1, .account = 7}, noon);
        return std::unexpected(Refused{});
    });

    EXPECT_FALSE(refused);
    EXPECT_FALSE(queue.take(kinds, noon));
}

TEST_F(A_job, is_taken_once) {
    const JobId id = enqueued();

    const auto first = queue.take(kinds, noon), second = queue.take(kinds, noon);

    ASSERT_TRUE(first);
    EXPECT_EQ(first->id, id);
    EXPECT_EQ(first->payload, R"({"objective": 3})");
    EXPECT_EQ(first->attempts, 1);
    EXPECT_FALSE(second);
}

TEST_F(A_job, of_a_kind_that_the_worker_does_not_know_stays) {
    enqueued();

    EXPECT_FALSE(queue.take({"other"}, noon));
    EXPECT_TRUE(queue.take(kinds, noon));
}

TEST_F(A_job, shows_its_progress) {
    const JobId id = enqueued();
    const auto job = queue.take(kinds, noon);
    ASSERT_TRUE(job);

    queue.progress(*job, 40, "jobs.step", noon);

    const auto status = status_for(1, 7, id);
    ASSERT_TRUE(status);
    EXPECT_EQ(status->state, JobState::running);
    EXPECT_EQ(status->progress, 40);
    EXPECT_EQ(status->step, "jobs.step");
}

TEST_F(A_job, that_is_done_has_its_result_until_it_expires) {
    const JobId id = enqueued();
    const auto job = queue.take(kinds, noon);
    ASSERT_TRUE(job);

    const std::string bytes("%PDF\0\xff", 6);
    EXPECT_TRUE(queue.finish(*job, JobResult{"application/pdf", "tableau.pdf", bytes}, noon + 24h, noon));

    EXPECT_EQ(status_for(1, 7, id)->progress, 100);
    EXPECT_TRUE(status_for(1, 7, id)->has_result);
    EXPECT_EQ(result_for(7, id, noon + 23h)->bytes, bytes);
    EXPECT_FALSE(result_for(8, id, noon + 23h));
    EXPECT_FALSE(result_for(7, id, noon + 24h));
    EXPECT_FALSE(status_for(1, 7, id, noon + 24h)->has_result);
}

TEST_F(A_job, that_failed_rests_then_is_taken_again_until_it_had_its_attempts) {
    const JobId id = enqueued();

    auto now = noon;
    for (int attempt = 1; attempt <= 3; ++attempt, now += 1h) {
        const auto job = queue.take(kinds, now);
        ASSERT_TRUE(job) << attempt;
        queue.retry_later(*job, "jobs.failure", now);
        EXPECT_FALSE(queue.take(kinds, now + 9s));
    }

    EXPECT_EQ(status_for(1, 7, id)->state, JobState::failed);
    EXPECT_EQ(status_for(1, 7, id)->failure, "jobs.failure");
    EXPECT_FALSE(queue.take(kinds, now + 1h));
}

TEST_F(A_job, is_cancelled_by_its_owner_alone_and_at_once_while_it_waits) {
    const JobId id = enqueued();
    const auto cancel_as = [&](std::int64_t account) {
        return pool.transaction(member_of(1, account),
                                [&](db::Tx& tx) { return cancel(tx, {1, account}, id, noon); });
    };

    EXPECT_FALSE(cancel_as(8));
    EXPECT_TRUE(cancel_as(7));
    EXPECT_FALSE(cancel_as(7));

    EXPECT_EQ(status_for(1, 7, id)->state, JobState::cancelled);
    EXPECT_FALSE(queue.take(kinds, noon));
}

TEST_F(A_job, at_work_is_told_at_the_next_heartbeat_that_it_is_cancelled) {
    const JobId id = enqueued();
    const auto job = queue.take(kinds, noon);
    ASSERT_TRUE(job);
    pool.transaction(member_of(1, 7), [&](db::Tx& tx) { return cancel(tx, {1, 7}, id, noon); });

    const auto beats = queue.keep_alive({id.value}, noon);

    ASSERT_EQ(beats.size(), 1U);
    EXPECT_TRUE(beats[0].cancel_asked);
    EXPECT_EQ(status_for(1, 7, id)->state, JobState::running);
}

TEST_F(A_job, whose_worker_died_is_given_to_another_and_the_dead_one_is_not_heard) {
    const JobId id = enqueued();
    const auto dead = queue.take(kinds, noon);
    ASSERT_TRUE(dead);

    EXPECT_EQ(queue.recover(noon - 1s, noon + 30s), 0);
    EXPECT_EQ(queue.recover(noon + 1s, noon + 31s), 1);
    const auto alive = queue.take(kinds, noon + 31s);
    ASSERT_TRUE(alive);
    EXPECT_FALSE(queue.finish(*dead, JobResult{"text/plain", "x.txt", "old"}, noon + 24h, noon + 32s));
    queue.progress(*dead, 99, "jobs.old", noon + 32s);
    EXPECT_TRUE(queue.finish(*alive, JobResult{"text/plain", "x.txt", "new"}, noon + 24h, noon + 33s));

    EXPECT_EQ(alive->attempts, 2);
    EXPECT_EQ(result_for(7, id, noon + 1h)->bytes, "new");
}

TEST_F(A_job, whose_workers_died_each_time_fails) {
    const JobId id = enqueued();
    auto now = noon;
    for (int attempt = 1; attempt <= 3; ++attempt) {
        ASSERT_TRUE(queue.take(kinds, now)) << attempt;
        now += 1min;
        EXPECT_EQ(queue.recover(now - 1s, now), 1);
    }

    EXPECT_EQ(status_for(1, 7, id)->state, JobState::failed);
    EXPECT_EQ(status_for(1, 7, id)->failure, "jobs.failure.lost");
}

TEST_F(A_job, given_back_by_a_worker_that_stops_keeps_its_attempts) {
    enqueued();
    const auto job = queue.take(kinds, noon);
    ASSERT_TRUE(job);

    queue.release(*job);

    const auto again = queue.take(kinds, noon);
    ASSERT_TRUE(again);
    EXPECT_EQ(again->attempts, 1);
}

TEST_F(A_job, and_its_result_are_forgotten_in_time) {
    const JobId id = enqueued();
    const auto job = queue.take(kinds, noon);
    ASSERT_TRUE(job);
    queue.finish(*job, JobResult{"text/plain", "x.txt", "x"}, noon + 24h, noon);

    queue.forget(noon - 1h, noon + 25h);
    EXPECT_TRUE(status_for(1, 7, id));
    EXPECT_FALSE(status_for(1, 7, id)->has_result);

    queue.forget(noon + 1h, noon + 25h);
    EXPECT_FALSE(status_for(1, 7, id));
}

}  // namespace
}  // namespace maillage::platform::jobs
