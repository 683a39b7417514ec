#include "tests/support/database.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <map>
#include <optional>
#include <stdexcept>
#include <vector>

#include "platform/cluster/cluster.hpp"
#include "platform/db/migrate.hpp"

namespace maillage::test {
namespace {

namespace cluster = platform::cluster;
namespace db = platform::db;

// The cluster of this program, ended with it.
class OwnCluster {
 public:
    OwnCluster() : folder_("/tmp/maillage-test-" + std::to_string(getpid())) {
        auto started = cluster::Cluster::start(
            {.folder = folder_, .durability = cluster::ClusterOptions::Durability::none_for_tests},
            [](std::string_view) {});
        if (!started) throw std::runtime_error("the test cluster does not start, see " + folder_ + "/log");
        cluster_.emplace(*std::move(started));
    }
    ~OwnCluster() {
        cluster_.reset();
        std::filesystem::remove_all(folder_);
    }
    std::string socket_folder() const { return cluster_->socket_folder(); }

 private:
    std::string folder_;
    std::optional<cluster::Cluster> cluster_;
};

const std::string& socket_folder() {
    static const std::string folder = [] {
        if (const char* given = std::getenv("MAILLAGE_TEST_CLUSTER")) return std::string(given);
        static const OwnCluster own;
        return own.socket_folder();
    }();
    return folder;
}

// One template per set of migrations and per program.
const std::string& template_for(const std::vector<db::Migration>& migrations) {
    static std::map<std::string, std::string> templates;
    std::string key;
    for (const db::Migration& migration : migrations) key += std::string(migration.stem) + ";";
    const auto found = templates.find(key);
    if (found != templates.end()) return found->second;
    const std::string name = "template_" + std::to_string(getpid()) + "_" + std::to_string(templates.size());
    cluster::prepare_database(socket_folder(), name);
    db::Connection owner(cluster::connection_parameters(socket_folder(), "maillage_owner", name));
    if (!db::migrate(owner, migrations, [](std::string_view) {}))
        throw std::runtime_error("a migration was edited after it ran");
    owner.command("insert into ctx.mac_key (key) values ('" + TestDatabase::context_key() + "')");
    return templates.emplace(key, name).first->second;
}

std::string fresh_name() {
    static int count = 0;
    return "test_" + std::to_string(getpid()) + "_" + std::to_string(++count);
}

}  // namespace

std::string TestDatabase::context_key() { return "key-of-the-tests"; }

TestDatabase::TestDatabase(std::initializer_list<std::span<const db::Migration>> migrations)
    : name_(fresh_name()) {
    std::vector<db::Migration> all;
    for (const auto slice : migrations) all.insert(all.end(), slice.begin(), slice.end());
    const std::string& original = template_for(all);
    db::Connection connection(cluster::connection_parameters(socket_folder(), "maillage_admin", "postgres"));
    connection.command("create database " + name_ + " template " + original);
    pool_ = another_pool(4, context_key());
}

TestDatabase::~TestDatabase() {
    pool_.reset();
    db::Connection connection(cluster::connection_parameters(socket_folder(), "maillage_admin", "postgres"));
    connection.command("drop database " + name_ + " with (force)");
}

std::unique_ptr<db::Pool> TestDatabase::another_pool(unsigned size, std::string key) const {
    return std::make_unique<db::Pool>(db::PoolOptions{
        .connection = connection("maillage_app"), .context_key = std::move(key), .size = size});
}

std::string TestDatabase::connection(std::string_view role) const {
    return cluster::connection_parameters(socket_folder(), role, name_);
}

}  // namespace maillage::test
