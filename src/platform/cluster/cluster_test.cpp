#include "platform/cluster/cluster.hpp"

#include <gtest/gtest.h>
#include <signal.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <thread>

#include "platform/cluster/installation.hpp"
#include "platform/cluster/supervisor.hpp"
#include "platform/db/connection.hpp"
#include "platform/sql.hpp"

namespace maillage::platform::cluster {
namespace {

namespace fs = std::filesystem;
constexpr auto for_tests = ClusterOptions::Durability::none_for_tests;

void say_nothing(std::string_view) {}

// A folder of the test's own, gone with it.
class Folder {
 public:
    explicit Folder(const std::string& name)
        : path_(fs::temp_directory_path() / (name + "-" + std::to_string(getpid()))) {}
    ~Folder() { fs::remove_all(path_); }
    const fs::path& path() const { return path_; }

 private:
    fs::path path_;
};

template <class Condition>
bool comes_true(Condition condition) {
    for (int i = 0; i < 3000 && !condition(); ++i) std::this_thread::sleep_for(std::chrono::milliseconds(10));
    return condition();
}

TEST(A_cluster, keeps_its_data_from_one_start_to_the_next) {
    const Folder folder("cluster");
    {
        auto cluster =
            Cluster::start({.folder = folder.path(), .durability = for_tests}, say_nothing).value();
        db::Connection(cluster.connection("maillage_admin", "postgres")).command("create table kept (x int)");
    }
    auto again = Cluster::start({.folder = folder.path(), .durability = for_tests}, say_nothing).value();
    EXPECT_NO_THROW(
        db::Connection(again.connection("maillage_admin", "postgres")).command("select * from kept"));
}

TEST(A_cluster, under_a_path_too_long_for_a_socket_has_its_socket_elsewhere) {
    const Folder folder("cluster");
    const std::string deep = folder.path() / std::string(60, 'x') / std::string(60, 'y');
    fs::create_directories(deep);
    fs::permissions(folder.path(), fs::perms(0755));
    auto cluster = Cluster::start({.folder = deep, .durability = for_tests}, say_nothing).value();
    EXPECT_TRUE(cluster.socket_folder().starts_with("/tmp/maillage-")) << cluster.socket_folder();
    EXPECT_NO_THROW(db::Connection(cluster.connection("maillage_admin", "postgres")));
    fs::remove_all(cluster.socket_folder());
}

// Root's home is such a folder: the service account may not pass through it.
TEST(A_cluster, runs_under_a_folder_that_is_closed_to_its_account) {
    const Folder folder("closed");
    fs::create_directories(folder.path() / "var");
    fs::permissions(folder.path(), fs::perms::owner_all);
    auto cluster =
        Cluster::start({.folder = folder.path() / "var", .durability = for_tests}, say_nothing).value();
    EXPECT_NO_THROW(db::Connection(cluster.connection("maillage_admin", "postgres")));
}

TEST(A_cluster, is_refused_where_the_folder_is_not_absolute) {
    EXPECT_EQ(Cluster::start({.folder = "var"}, say_nothing).error(), ClusterRefusal::folder_not_absolute);
}

// The owner, killed by -9, cannot stop its server: the kernel asks it to. The next start waits for its end.
TEST(A_cluster, whose_owner_is_killed_ends_by_itself_and_starts_again) {
    const Folder folder("cluster");
    const fs::path mark = folder.path().string() + ".started";
    const pid_t owner = fork();
    if (owner == 0) {
        auto cluster = Cluster::start({.folder = folder.path(), .durability = for_tests}, say_nothing);
        std::ofstream(mark) << cluster->postmaster() << "\n";
        for (;;) pause();
    }
    pid_t postmaster = 0;
    ASSERT_TRUE(comes_true([&] { return (std::ifstream(mark) >> postmaster) && postmaster > 0; }));
    fs::remove(mark);
    kill(owner, SIGKILL);
    waitpid(owner, nullptr, 0);
    auto again = Cluster::start({.folder = folder.path(), .durability = for_tests}, say_nothing).value();
    // It may still be a zombie, where nobody collects orphans: a living one has a program.
    std::error_code error;
    EXPECT_TRUE(fs::read_symlink("/proc/" + std::to_string(postmaster) + "/exe", error).empty())
        << "the server of the killed owner still runs";
    EXPECT_NO_THROW(db::Connection(again.connection("maillage_admin", "postgres")));
}

TEST(An_installation, is_joined_by_a_command_while_the_launcher_runs_it) {
    const Folder folder("installation");
    fs::create_directories(folder.path());
    fs::permissions(folder.path(), fs::perms(0755));
    auto launcher =
        Installation::open({.folder = folder.path()}, Installation::Part::launcher, say_nothing).value();
    const std::vector<db::Migration> migrations(sql::migrations().begin(), sql::migrations().end());
    ASSERT_TRUE(launcher.migrate(migrations, say_nothing));
    auto command =
        Installation::open({.folder = folder.path()}, Installation::Part::command, say_nothing).value();
    EXPECT_EQ(command.own_cluster(), nullptr);
    EXPECT_EQ(command.context_key(), launcher.context_key());
    EXPECT_NO_THROW(db::Connection(command.connection("maillage_app")));
}

// The city's own server stands here as a second cluster: one key of the configuration leads to it.
TEST(An_installation, uses_the_server_that_its_connection_names_and_starts_none) {
    const Folder folder("installation"), server("server");
    auto other = Cluster::start({.folder = server.path(), .durability = for_tests}, say_nothing).value();
    prepare_database(other.socket_folder(), "city");
    fs::create_directories(folder.path());
    auto installation =
        Installation::open({.folder = folder.path(),
                            .connection = "host=" + other.socket_folder() + " dbname=city user=ignored"},
                           Installation::Part::launcher, say_nothing);
    ASSERT_TRUE(installation);
    EXPECT_EQ(installation->own_cluster(), nullptr);
    EXPECT_FALSE(fs::exists(folder.path() / "cluster"));
    EXPECT_NO_THROW(db::Connection(installation->connection("maillage_app")));
}

TEST(An_installation, whose_connection_cannot_be_read_is_refused) {
    const Folder folder("installation");
    const auto refused = Installation::open({.folder = folder.path(), .connection = "host='"},
                                            Installation::Part::command, say_nothing);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error(), InstallationRefusal::connection_malformed);
}

TEST(A_supervisor, starts_a_service_again_that_ended_and_stops_all) {
    const Folder folder("supervised");
    fs::create_directories(folder.path());
    const std::string log = folder.path() / "log";
    Supervisor supervisor(say_nothing);
    supervisor.add({"brief", {.arguments = {"/bin/echo", "once"}, .output = log}},
                   std::chrono::steady_clock::now());
    const auto twice = [&] {
        supervisor.tend(std::chrono::steady_clock::now());
        return fs::file_size(log) >= 10;
    };
    EXPECT_TRUE(comes_true(twice));
    EXPECT_GE(supervisor.failures(), 1);

    Supervisor long_lived(say_nothing);
    long_lived.add({"long", {.arguments = {"/bin/sleep", "1000"}}}, std::chrono::steady_clock::now());
    long_lived.stop(std::chrono::seconds(5));
    EXPECT_EQ(waitpid(-1, nullptr, WNOHANG), -1) << "a child is left";
}

}  // namespace
}  // namespace maillage::platform::cluster
