#include "platform/jobs/job_run.hpp"

#include <algorithm>

namespace maillage::platform::jobs {

void JobRun::progress(int percent, i18n::Key step) {
    queue_.progress(job_, std::clamp(percent, 0, 100), step.text, clock_());
}

}  // namespace maillage::platform::jobs
