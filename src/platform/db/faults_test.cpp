#include <gtest/gtest.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <filesystem>
#include <fstream>
#include <set>
#include <thread>

#include "platform/cluster/cluster.hpp"
#include "platform/db/connection.hpp"
#include "platform/db/errors.hpp"
#include "platform/db/pool.hpp"
#include "tests/support/database.hpp"
#include "tests/support/small_disk.hpp"

// The database stopped under load, and a full disk: what was acknowledged is there, the rest was refused.
namespace maillage::platform::db {
namespace {

namespace fs = std::filesystem;
using cluster::Cluster;

constexpr Sql insert_row{"test.insert", "insert into public.t (id, filler) values ($1, $2)"};
constexpr Sql all_ids{"test.ids", "select id from public.t"};

class OwnServer {
 public:
    OwnServer()
        : folder_(fs::temp_directory_path() / ("faults-" + std::to_string(getpid()))),
          cluster_(Cluster::start({.folder = folder_}, [](std::string_view) {}).value()) {
        cluster::prepare_database(cluster_.socket_folder(), "maillage");
        admin(
            "create table public.t (id bigint primary key, filler text); grant select, insert on public.t to "
            "maillage_app");
    }
    ~OwnServer() {
        cluster_.stop();
        fs::remove_all(folder_);
    }
    void admin(const std::string& text) {
        Connection(cluster_.connection("maillage_admin", "maillage")).command(text);
    }
    Cluster& server() { return cluster_; }
    PoolOptions pool(unsigned size) const {
        return {
            .connection = cluster_.connection("maillage_app", "maillage"), .context_key = "k", .size = size};
    }

 private:
    fs::path folder_;
    Cluster cluster_;
};

bool write_one(Pool& pool, std::int64_t id, const std::string& filler = "") {
    try {
        pool.transaction({}, [&](Tx& tx) { tx.run(insert_row, id, filler); });
        return true;
    } catch (const Unavailable&) {
        return false;
    }
}

std::set<std::int64_t> stored(Pool& pool) {
    const auto ids =
        pool.transaction({}, [](Tx& tx) { return tx.all(all_ids, [](Row& row) { return row.int8(); }); });
    return {ids.begin(), ids.end()};
}

TEST(A_server, stopped_and_started_under_load_loses_nothing_acknowledged_and_serves_again) {
    OwnServer own;
    Pool pool(own.pool(4));
    std::atomic<bool> over{false};
    std::atomic<int> refused{0}, after{0};
    std::atomic<bool> back{false};
    std::array<std::set<std::int64_t>, 4> acknowledged;
    {
        std::vector<std::jthread> writers;
        for (int w = 0; w < 4; ++w)
            writers.emplace_back([&, w] {
                for (std::int64_t id = w; !over; id += 4) {
                    if (write_one(pool, id)) {
                        acknowledged[static_cast<std::size_t>(w)].insert(id);
                        if (back) ++after;
                    } else {
                        ++refused;
                        std::this_thread::sleep_for(std::chrono::milliseconds(5));
                    }
                }
            });
        std::this_thread::sleep_for(std::chrono::milliseconds(200));
        kill(own.server().postmaster(), SIGQUIT);  // immediate shutdown: as a crash
        while (own.server().runs()) std::this_thread::sleep_for(std::chrono::milliseconds(5));
        EXPECT_TRUE(own.server().start_again());
        back = true;
        for (int i = 0; i < 2000 && after < 20; ++i)
            std::this_thread::sleep_for(std::chrono::milliseconds(5));
        over = true;
    }
    EXPECT_GT(refused, 0);
    EXPECT_GE(after, 20) << "the pool did not recover";
    const auto kept = stored(pool);
    for (const auto& ids : acknowledged)
        for (const std::int64_t id : ids)
            EXPECT_TRUE(kept.contains(id)) << id << " was acknowledged and is lost";
}

// A tmpfs of eight megabytes holds the table.
TEST(A_full_disk, is_refused_as_such_and_the_rows_before_it_stay) {
    test::SmallDisk small("small", 8);
    ASSERT_TRUE(small.is_there()) << small.why_not();
    OwnServer own;
    own.admin("create tablespace small location '" + small.path().string() + "'");
    own.admin("alter table public.t set tablespace small");
    Pool pool(own.pool(1));
    const std::string filler = [] {  // does not compress
        std::string text;
        for (unsigned i = 0, x = 1; i < 60'000; ++i, x = x * 1664525 + 1013904223)
            text += static_cast<char>('!' + x % 90);
        return text;
    }();
    std::int64_t written = 0;
    EXPECT_THROW(
        while (written < 1000) {
            pool.transaction({}, [&](Tx& tx) { tx.run(insert_row, written, filler); });
            ++written;
        },
        DiskFull);
    EXPECT_GT(written, 10);
    EXPECT_EQ(stored(pool).size(), static_cast<std::size_t>(written));

    ASSERT_TRUE(small.grow(64));
    EXPECT_TRUE(write_one(pool, 5000, filler)) << "space came back, the server did not";
}

// strace beside a process of ours: every call that should make a file durable answers EIO, from `follow` and
// the children that it starts afterwards.
class FailingDisk {
 public:
    explicit FailingDisk(pid_t follow) : follow_(std::to_string(follow)) {
        std::vector<std::string> words{"/usr/bin/strace",
                                       "-qq",
                                       "-f",
                                       "-o",
                                       "/dev/null",
                                       "-e",
                                       "trace=fsync,fdatasync",
                                       "-e",
                                       "inject=fsync,fdatasync:error=EIO",
                                       "-p",
                                       follow_};
        std::vector<char*> arguments;
        for (std::string& word : words) arguments.push_back(word.data());
        arguments.push_back(nullptr);
        if (posix_spawn(&tracer_, arguments[0], nullptr, nullptr, arguments.data(), environ) != 0)
            tracer_ = -1;
    }
    ~FailingDisk() { mend(); }
    FailingDisk(const FailingDisk&) = delete;
    FailingDisk& operator=(const FailingDisk&) = delete;

    // True once the tracer holds the process.
    bool is_there() const {
        for (int i = 0; i < 1000 && tracer_ > 0; ++i) {
            std::ifstream status("/proc/" + follow_ + "/status");
            for (std::string line; std::getline(status, line);)
                if (line.starts_with("TracerPid:") && line.substr(11) != "0") return true;
            std::this_thread::sleep_for(std::chrono::milliseconds(5));
        }
        return false;
    }
    void mend() {
        if (tracer_ <= 0) return;
        kill(tracer_, SIGTERM);
        waitpid(tracer_, nullptr, 0);
        tracer_ = -1;
    }

 private:
    std::string follow_;
    pid_t tracer_ = -1;
};

// F6: PostgreSQL gives up rather than acknowledge what may not be on the disk.
TEST(A_disk_that_fails_to_keep, is_acknowledged_to_nobody_and_the_rows_before_it_stay) {
    OwnServer own;
    {
        Pool pool(own.pool(1));
        for (std::int64_t id = 0; id < 20; ++id) ASSERT_TRUE(write_one(pool, id));
    }
    FailingDisk disk(own.server().postmaster());
    ASSERT_TRUE(disk.is_there()) << "strace is not installed or may not trace";
    {
        Pool pool(own.pool(1));
        for (std::int64_t id = 100; id < 105; ++id) EXPECT_FALSE(write_one(pool, id)) << id;
    }
    disk.mend();
    // It ended by itself, or is about to start again on what it has: ended as a crash, either way.
    if (own.server().runs()) kill(own.server().postmaster(), SIGQUIT);
    while (own.server().runs()) std::this_thread::sleep_for(std::chrono::milliseconds(5));

    ASSERT_TRUE(own.server().start_again());
    Pool pool(own.pool(1));
    const auto kept = stored(pool);
    for (std::int64_t id = 0; id < 20; ++id) EXPECT_TRUE(kept.contains(id)) << id;
    EXPECT_TRUE(write_one(pool, 200));
}

}  // namespace
}  // namespace maillage::platform::db
