#include <gtest/gtest.h>
#include <signal.h>
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

}  // namespace
}  // namespace maillage::platform::db
