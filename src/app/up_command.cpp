#include "app/up_command.hpp"

#include <signal.h>
#include <time.h>

#include <algorithm>
#include <chrono>
#include <cstdio>

#include "app/open_installation.hpp"
#include "platform/cluster/readiness.hpp"
#include "platform/cluster/supervisor.hpp"

namespace maillage::app {
namespace {

namespace cluster = platform::cluster;
using Clock = std::chrono::steady_clock;

constexpr int failures_before_giving_up = 6;
constexpr auto patience = std::chrono::seconds(60);

// Blocked for good in this thread and those it starts: the loop takes them one by one.
sigset_t awaited_signals() {
    sigset_t awaited;
    sigemptyset(&awaited);
    for (const int number : {SIGINT, SIGTERM, SIGHUP, SIGCHLD}) sigaddset(&awaited, number);
    return awaited;
}

// True when a signal asks to stop; returns after `pause` at the latest.
bool asked_to_stop(const sigset_t& awaited, std::chrono::milliseconds pause) {
    const timespec time{.tv_sec = pause.count() / 1000, .tv_nsec = pause.count() % 1000 * 1'000'000};
    const int received = sigtimedwait(&awaited, nullptr, &time);
    return received == SIGINT || received == SIGTERM || received == SIGHUP;
}

cluster::ChildOptions child(const UpOptions& options, std::vector<std::string> verb) {
    verb.insert(verb.begin(), options.program);
    verb.insert(verb.end(), options.child_arguments.begin(), options.child_arguments.end());
    return {.arguments = std::move(verb)};
}

// Whether the account reads what a site reads, as it is.
bool reads_all(const UpOptions& options, const std::string& user) {
    std::vector<std::string> files = options.site_files;
    files.push_back(options.program);
    return std::ranges::all_of(files, [&](const std::string& file) {
        return cluster::wait_for(
                   cluster::spawn({.arguments = {"/usr/bin/test", "-r", file}, .user = user})) == 0;
    });
}

// A site is what strangers reach: it never runs as root. The worker does when the launcher does: so it gives
// each program that reads a hostile file namespaces of its own and an account that owns nothing, not that of
// the cluster.
void add_services(cluster::Supervisor& supervisor, const UpOptions& options, const std::string& user) {
    const auto now = Clock::now();
    const bool reads = user.empty() || reads_all(options, user);
    for (const std::string site : {"agents", "public"}) {
        cluster::ChildOptions served = child(options, {"serve", "--site", site});
        served.user = user;
        if (!reads) served.folders = cluster::ChildOptions::Folders::any;
        supervisor.add({"site." + site, std::move(served)}, now);
    }
    supervisor.add(
        {.name = "worker", .child = child(options, {"worker"}), .need = cluster::Service::Need::helpful},
        now);
}

// What each site said of itself: "agents http://localhost:8080/".
struct Addresses {
    std::string agents, residents;

    void take(std::string_view said) {
        for (const auto& [name, address] : {std::pair{std::string_view("agents "), &agents},
                                            std::pair{std::string_view("public "), &residents}})
            if (said.starts_with(name)) *address = said.substr(name.size());
    }
    bool both() const { return !agents.empty() && !residents.empty(); }
};

void announce(const UpOptions& options, const Addresses& sites) {
    std::printf("READY agents=%s public=%s\n", sites.agents.c_str(), sites.residents.c_str());
    std::fflush(stdout);
    if (options.welcome) options.welcome(sites.agents, sites.residents);
}

// A server that ended by itself (out of memory, killed) is started again; the sites answer 503 meanwhile.
void tend_cluster(cluster::Installation& installation, const UpOptions& options) {
    cluster::Cluster* own = installation.own_cluster();
    if (own == nullptr || own->runs()) return;
    options.tell("cluster.again");
    own->start_again();
}

int watch(cluster::Installation& installation, const UpOptions& options, const sigset_t& awaited) {
    cluster::ReadyInbox inbox(installation.service_user());
    Addresses sites;
    cluster::Supervisor supervisor([&](std::string_view line) { options.tell(line); });
    add_services(supervisor, options, installation.service_user());
    bool ready = false;
    const auto give_up = Clock::now() + patience;
    while (!asked_to_stop(awaited, std::chrono::milliseconds(ready ? 1000 : 30))) {
        tend_cluster(installation, options);
        supervisor.tend(Clock::now());
        // Always: PostgreSQL says too when it serves, and waits for ever once nobody takes its messages.
        while (const auto said = inbox.next()) sites.take(*said);
        if (ready) continue;
        if (supervisor.failures() >= failures_before_giving_up || Clock::now() > give_up) {
            options.tell("refused.sites_failed");
            return 1;
        }
        ready = sites.both();
        if (ready) announce(options, sites);
    }
    options.tell("stop");
    return 0;
}

}  // namespace

int run_up(const UpOptions& options) {
    const sigset_t awaited = awaited_signals();
    sigprocmask(SIG_BLOCK, &awaited, nullptr);
    auto installation =
        open_installation(options.installation, cluster::Installation::Part::launcher, options.tell);
    if (!installation || !migrate_installation(*installation, options.migrations, options.tell)) return 1;
    if (options.first_run) options.first_run(*installation);
    return watch(*installation, options, awaited);
}

}  // namespace maillage::app
