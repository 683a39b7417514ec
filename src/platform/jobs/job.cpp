#include "platform/jobs/job.hpp"

#include <array>

namespace maillage::platform::jobs {
namespace {

constexpr std::array<std::string_view, 5> names{"waiting", "running", "done", "failed", "cancelled"};

}  // namespace

std::string_view name_of(JobState state) { return names[static_cast<std::size_t>(state)]; }

std::optional<JobState> job_state(std::string_view name) {
    for (std::size_t i = 0; i < names.size(); ++i)
        if (names[i] == name) return static_cast<JobState>(i);
    return std::nullopt;
}

}  // namespace maillage::platform::jobs
