#include "tests/support/database.hpp"

#include <sodium.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <optional>
#include <stdexcept>
#include <vector>

#include "platform/cluster/cluster.hpp"
#include "platform/db/connection.hpp"
#include "platform/db/migrate.hpp"
#include "platform/db/tx.hpp"

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

std::string digest(const std::vector<db::Migration>& migrations) {
    std::string texts;
    for (const db::Migration& migration : migrations)
        texts += std::string(migration.stem) + "\n" + std::string(migration.text);
    unsigned char bytes[10];
    crypto_generichash(bytes, sizeof bytes, reinterpret_cast<const unsigned char*>(texts.data()),
                       texts.size(), nullptr, 0);
    char hex[21];
    return sodium_bin2hex(hex, sizeof hex, bytes, sizeof bytes);
}

bool exists(db::Connection& admin, const std::string& name) {
    const db::Sql known{"test.known", "select datname from pg_catalog.pg_database where datname = $1"};
    admin.command("begin");
    db::Tx tx(admin);
    const bool found = tx.one(known, [](db::Row& row) { return row.text(); }, name).has_value();
    tx.commit();
    return found;
}

// One template per set of migrations and per cluster: the programs of a run share it. The name is given at
// the end, so that a template that is still being migrated is never copied.
std::string template_for(const std::vector<db::Migration>& migrations) {
    std::string name = "template_" + digest(migrations);
    db::Connection admin(cluster::connection_parameters(socket_folder(), "maillage_admin", "postgres"));
    if (exists(admin, name)) return name;
    admin.command("select pg_catalog.pg_advisory_lock(5318009)");
    if (exists(admin, name)) return name;
    const std::string unfinished = "unfinished_" + digest(migrations);
    admin.command("drop database if exists " + unfinished);
    cluster::prepare_database(socket_folder(), unfinished);
    {
        db::Connection owner(cluster::connection_parameters(socket_folder(), "maillage_owner", unfinished));
        if (!db::migrate(owner, migrations, [](std::string_view) {}))
            throw std::runtime_error("a migration was edited after it ran");
        owner.command("insert into ctx.mac_key (key) values ('" + TestDatabase::context_key() + "')");
    }
    admin.command("alter database " + unfinished + " rename to " + name);
    return name;
}

std::string fresh_name() {
    static int count = 0;
    return "test_" + std::to_string(getpid()) + "_" + std::to_string(++count);
}

}  // namespace

std::string TestDatabase::context_key() { return "key-of-the-tests"; }

TestDatabase::TestDatabase(std::initializer_list<std::span<const db::Migration>> migrations)
    : TestDatabase([&] {
          std::vector<db::Migration> all;
          for (const auto slice : migrations) all.insert(all.end(), slice.begin(), slice.end());
          return all;
      }()) {}

TestDatabase::TestDatabase(const std::vector<db::Migration>& migrations) : name_(fresh_name()) {
    const std::string original = template_for(migrations);
    db::Connection connection(cluster::connection_parameters(socket_folder(), "maillage_admin", "postgres"));
    connection.command("create database " + name_ + " template " + original);
    // Not copied with the rest.
    connection.command("grant create, connect on database " + name_ +
                       " to maillage_owner; revoke temporary on database " + name_ + " from public");
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

platform::db::Context member_of(std::int64_t council, std::int64_t account) {
    return {
        .account = account,
        .council = council,
        .reach = platform::db::Context::Reach::member,
        .acts = {"use_own_account", "read_strategy", "edit_strategy", "import_strategy", "export_strategy",
                 "comment_strategy", "attach_evidence", "read_governance", "edit_governance",
                 "read_indicators", "edit_indicators", "take_snapshots", "write_final_review",
                 "read_directory", "edit_directory", "read_documents", "manage_accounts", "read_audit"}};
}

}  // namespace maillage::test
