// Starts a throw-away cluster, runs the command given with MAILLAGE_TEST_CLUSTER naming its socket folder,
// and stops the cluster: a whole ctest run shares one server and its template databases.
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>

#include "platform/cluster/child.hpp"
#include "platform/cluster/cluster.hpp"

namespace cluster = maillage::platform::cluster;

namespace {

// Ctrl-C reaches the command through its own group; this process only outlives it to clean up.
int run(char** command, const std::string& socket_folder) {
    const pid_t child = fork();
    if (child == 0) {
        signal(SIGINT, SIG_DFL);
        setenv("MAILLAGE_TEST_CLUSTER", socket_folder.c_str(), 1);
        execvp(command[0], command);
        _exit(127);
    }
    return cluster::wait_for(child);
}

}  // namespace

int main(int count, char** arguments) {
    if (count < 2) return 2;
    signal(SIGINT, SIG_IGN);
    const std::string folder =
        std::filesystem::temp_directory_path() / ("maillage-tests-" + std::to_string(getpid()));
    int status = 1;
    {
        auto started = cluster::Cluster::start(
            {.folder = folder, .durability = cluster::ClusterOptions::Durability::none_for_tests},
            [](std::string_view) {});
        if (!started) {
            std::fprintf(stderr, "the test cluster does not start, see %s/log\n", folder.c_str());
            return 1;
        }
        status = run(arguments + 1, started->socket_folder());
    }
    std::filesystem::remove_all(folder);
    return status;
}
