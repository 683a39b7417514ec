#include "platform/jobs/job_store.hpp"

#include "foundation/check.hpp"
#include "platform/sql.hpp"

namespace maillage::platform::jobs {
namespace {

JobStatus read_status(db::Row& row) {
    const JobId id(row.int8());
    std::string kind = row.text();
    const auto state = job_state(row.text());
    foundation::check(state.has_value(), "a job's state is one of those we know");
    const int progress = static_cast<int>(row.int8());
    std::string step = row.text(), failure = row.text();
    const bool cancel_asked = row.boolean();
    const foundation::Instant created = row.instant();
    const auto finished = row.instant_or_null();
    return {.id = id,
            .kind = std::move(kind),
            .state = *state,
            .progress = progress,
            .step = std::move(step),
            .failure = std::move(failure),
            .cancel_asked = cancel_asked,
            .created = created,
            .finished = finished,
            .has_result = row.boolean()};
}

}  // namespace

JobId enqueue(db::Tx& tx, const NewJob& job, foundation::Instant now) {
    const auto id = tx.single(
        sql::job_insert, [](db::Row& row) { return JobId(row.int8()); }, job.council, job.account, job.kind,
        job.payload, job.most_attempts, now);
    tx.run(sql::job_announce);
    return id;
}

std::optional<JobStatus> find_status(db::Tx& tx, Owner owner, JobId id, foundation::Instant now) {
    return tx.one(sql::job_status, read_status, owner.council, owner.account, id, now);
}

std::vector<JobStatus> latest_statuses(db::Tx& tx, Owner owner, int most, foundation::Instant now) {
    return tx.all(sql::job_statuses_of_account, read_status, owner.council, owner.account, now, most);
}

bool cancel(db::Tx& tx, Owner owner, JobId id, foundation::Instant now) {
    return tx.run(sql::job_cancel, owner.council, owner.account, id, now).affected() == 1;
}

std::optional<JobResult> find_result(db::Tx& tx, Owner owner, JobId id, foundation::Instant now) {
    const auto read = [](db::Row& row) {
        std::string type = row.text(), name = row.text();
        return JobResult{.media_type = std::move(type), .file_name = std::move(name), .bytes = row.bytea()};
    };
    return tx.one(sql::job_result, read, owner.council, owner.account, id, now);
}

}  // namespace maillage::platform::jobs
