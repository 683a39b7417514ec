#include "platform/cluster/supervisor.hpp"

#include <signal.h>

#include <algorithm>
#include <ranges>
#include <thread>

namespace maillage::platform::cluster {
namespace {

constexpr auto longest_wait = std::chrono::milliseconds(10'000);
constexpr auto first_wait = std::chrono::milliseconds(100);
constexpr auto long_enough = std::chrono::minutes(1);

}  // namespace

void Supervisor::add(Service service, Time now) {
    kept_.push_back({.service = std::move(service), .due = now});
    tend(now);
}

void Supervisor::tend(Time now) {
    for (Kept& kept : kept_) {
        if (kept.pid != 0) {
            const auto status = exit_status(kept.pid);
            if (!status) continue;
            kept.pid = 0;
            if (kept.service.need == Service::Need::essential) ++failures_;
            kept.wait = now - kept.started > long_enough ? first_wait : std::min(2 * kept.wait, longest_wait);
            kept.due = now + kept.wait;
            tell_("ended." + kept.service.name + " (" + std::to_string(*status) + ")");
        }
        if (now < kept.due) continue;
        kept.pid = spawn(kept.service.child);
        kept.started = now;
    }
}

void Supervisor::stop(std::chrono::milliseconds patience) {
    for (const Kept& kept : std::views::reverse(kept_))
        if (kept.pid != 0) kill(kept.pid, SIGTERM);
    const Time give_up = std::chrono::steady_clock::now() + patience;
    for (Kept& kept : kept_) {
        while (kept.pid != 0 && !exit_status(kept.pid)) {
            if (std::chrono::steady_clock::now() > give_up) {
                kill(-kept.pid, SIGKILL);
                wait_for(kept.pid);
                break;
            }
            std::this_thread::sleep_for(std::chrono::milliseconds(5));
        }
    }
    kept_.clear();
}

}  // namespace maillage::platform::cluster
