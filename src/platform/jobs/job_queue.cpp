#include "platform/jobs/job_queue.hpp"

#include "platform/jobs/retry_rules.hpp"
#include "platform/sql.hpp"

namespace maillage::platform::jobs {
namespace {

constexpr db::Context application{.account = 0, .council = 0, .reach = db::Context::Reach::system};
constexpr std::string_view lost = "jobs.failure.lost";

TakenJob read_taken(db::Row& row) {
    const JobId id(row.int8());
    const std::int64_t council = row.int8(), account = row.int8();
    std::string kind = row.text(), payload = row.text();
    const int attempts = static_cast<int>(row.int8());
    return {.id = id,
            .council = council,
            .account = account,
            .kind = std::move(kind),
            .payload = std::move(payload),
            .attempts = attempts,
            .most_attempts = static_cast<int>(row.int8())};
}

}  // namespace

std::optional<TakenJob> JobQueue::take(const std::vector<std::string>& kinds, foundation::Instant now) {
    return pool_.transaction(application,
                             [&](db::Tx& tx) { return tx.one(sql::job_take, read_taken, now, kinds); });
}

void JobQueue::progress(const TakenJob& job, int percent, std::string_view step, foundation::Instant now) {
    pool_.transaction(application, [&](db::Tx& tx) {
        tx.run(sql::job_progress, job.id, job.attempts, percent, step, now);
    });
}

std::vector<JobQueue::Beat> JobQueue::keep_alive(const std::vector<std::int64_t>& ids,
                                                 foundation::Instant now) {
    const auto read = [](db::Row& row) {
        const JobId id(row.int8());
        const int attempts = static_cast<int>(row.int8());
        return Beat{.id = id, .attempts = attempts, .cancel_asked = row.boolean()};
    };
    return pool_.transaction(application,
                             [&](db::Tx& tx) { return tx.all(sql::job_heartbeat, read, ids, now); });
}

bool JobQueue::finish(const TakenJob& job, const std::optional<JobResult>& result,
                      foundation::Instant expires, foundation::Instant now) {
    return pool_.transaction(application, [&](db::Tx& tx) {
        const bool ours =
            tx.run(sql::job_finish, job.id, job.attempts, name_of(JobState::done), "", now).affected() == 1;
        if (ours && result)
            tx.run(sql::job_result_insert, job.id, job.council, job.account, result->media_type,
                   result->file_name, db::Bytes{result->bytes}, expires);
        return ours;
    });
}

void JobQueue::fail(const TakenJob& job, std::string_view failure, foundation::Instant now) {
    pool_.transaction(application, [&](db::Tx& tx) {
        tx.run(sql::job_finish, job.id, job.attempts, name_of(JobState::failed), failure, now);
    });
}

void JobQueue::mark_cancelled(const TakenJob& job, foundation::Instant now) {
    pool_.transaction(application, [&](db::Tx& tx) {
        tx.run(sql::job_finish, job.id, job.attempts, name_of(JobState::cancelled), "", now);
    });
}

void JobQueue::retry_later(const TakenJob& job, std::string_view failure, foundation::Instant now) {
    if (job.attempts >= job.most_attempts) return fail(job, failure, now);
    pool_.transaction(application, [&](db::Tx& tx) {
        tx.run(sql::job_retry, job.id, job.attempts, failure, now + rest_after(job.attempts));
    });
}

void JobQueue::release(const TakenJob& job) {
    pool_.transaction(application, [&](db::Tx& tx) { tx.run(sql::job_release, job.id, job.attempts); });
}

int JobQueue::recover(foundation::Instant silent_since, foundation::Instant now) {
    struct Lost {
        JobId id;
        std::int64_t attempts, most_attempts;
        bool cancel_asked;
    };
    const auto read = [](db::Row& row) {
        const JobId id(row.int8());
        const std::int64_t attempts = row.int8(), most = row.int8();
        return Lost{.id = id, .attempts = attempts, .most_attempts = most, .cancel_asked = row.boolean()};
    };
    return pool_.transaction(application, [&](db::Tx& tx) {
        const auto found = tx.all(sql::job_lost, read, silent_since);
        for (const Lost& job : found) {
            if (job.cancel_asked)
                tx.run(sql::job_finish, job.id, job.attempts, name_of(JobState::cancelled), "", now);
            else if (job.attempts >= job.most_attempts)
                tx.run(sql::job_finish, job.id, job.attempts, name_of(JobState::failed), lost, now);
            else
                tx.run(sql::job_retry, job.id, job.attempts, lost, now);
        }
        return static_cast<int>(found.size());
    });
}

void JobQueue::forget(foundation::Instant ended_before, foundation::Instant now) {
    pool_.transaction(application, [&](db::Tx& tx) {
        tx.run(sql::job_results_forget, now);
        tx.run(sql::jobs_forget, ended_before);
    });
}

}  // namespace maillage::platform::jobs
