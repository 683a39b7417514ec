#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "foundation/instant.hpp"
#include "foundation/strong_id.hpp"

namespace maillage::platform::jobs {

using JobId = foundation::StrongId<struct JobIdTag>;

enum class JobState : std::uint8_t { waiting, running, done, failed, cancelled };
std::string_view name_of(JobState state);
std::optional<JobState> job_state(std::string_view name);
inline bool is_over(JobState state) { return state != JobState::waiting && state != JobState::running; }

// Work to be done by the worker. `kind` is one that app registered; `payload` is JSON that holds ids and
// codes only, never a name nor free text. The work must be repeatable: a job whose worker died is run again.
struct NewJob {
    std::string_view kind;
    std::string payload = "{}";
    std::int64_t council = 0;
    std::int64_t account = 0;  // who asks, and alone sees it; 0: the application itself
    int most_attempts = 3;
};

struct JobStatus {
    JobId id;
    std::string kind;
    JobState state;
    int progress;         // 0 … 100
    std::string step;     // key of a message: Words::stored()
    std::string failure;  // key of a message, when it failed
    bool cancel_asked;
    foundation::Instant created;
    std::optional<foundation::Instant> finished;
    bool has_result;
};

// What a job leaves to be downloaded, until it expires.
struct JobResult {
    std::string media_type;
    std::string file_name;  // generic: no name of a person
    std::string bytes;
};

}  // namespace maillage::platform::jobs
