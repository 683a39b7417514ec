#include "platform/jobs/job_run.hpp"

#include <algorithm>

namespace maillage::platform::jobs {

db::Context JobRun::context() const {
    using Reach = db::Context::Reach;
    return {.account = job_.account,
            .council = job_.council,
            .reach = job_.account == 0 ? Reach::system : Reach::member};
}

void JobRun::progress(int percent, i18n::Key step) {
    queue_.progress(job_, std::clamp(percent, 0, 100), step.text, clock_());
}

}  // namespace maillage::platform::jobs
