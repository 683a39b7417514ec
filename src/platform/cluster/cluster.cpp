#include "platform/cluster/cluster.hpp"

#include <libpq-fe.h>
#include <signal.h>
#include <sodium.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <thread>

#include "foundation/result.hpp"
#include "platform/cluster/child.hpp"
#include "platform/cluster/cluster_settings.hpp"
#include "platform/db/connection.hpp"
#include "platform/db/migrate.hpp"
#include "platform/db/tx.hpp"

namespace maillage::platform::cluster {
namespace {

constexpr std::string_view bootstrap_role = "maillage_admin";
constexpr std::size_t longest_socket_path = 107;

bool answers(const std::string& socket_folder, pid_t postmaster) {
    const std::string parameters = connection_parameters(socket_folder, bootstrap_role, "postgres");
    const auto give_up = std::chrono::steady_clock::now() + std::chrono::seconds(60);
    while (std::chrono::steady_clock::now() < give_up) {
        if (PQping(parameters.c_str()) == PQPING_OK) return true;
        if (exit_status(postmaster)) return false;
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    return false;
}

// The process that data/postmaster.pid names, when it lives and works in that folder; else 0.
pid_t living_postmaster(const std::string& folder) {
    std::ifstream in(folder + "/data/postmaster.pid");
    pid_t pid = 0;
    if (!(in >> pid) || pid <= 0) return 0;
    std::error_code error;
    const auto works_in = std::filesystem::read_symlink("/proc/" + std::to_string(pid) + "/cwd", error);
    return !error && works_in == std::filesystem::weakly_canonical(folder + "/data") ? pid : 0;
}

// A launcher killed by -9 leaves a server that is just shutting down: it is asked again and waited for.
bool former_server_ended(const std::string& folder) {
    const auto give_up = std::chrono::steady_clock::now() + std::chrono::seconds(30);
    for (pid_t former = living_postmaster(folder); former != 0; former = living_postmaster(folder)) {
        if (std::chrono::steady_clock::now() > give_up) return false;
        kill(former, SIGINT);
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
    return true;
}

}  // namespace

std::string connection_parameters(std::string_view socket_folder, std::string_view role,
                                  std::string_view database) {
    std::string text = "host='";
    for (const char c : socket_folder)
        text += c == '\'' || c == '\\' ? std::string("\\") + c : std::string(1, c);
    return text + "' user=" + std::string(role) + " dbname=" + std::string(database) +
           " connect_timeout=5 client_encoding=UTF8";
}

std::string socket_folder_of(const std::string& folder) {
    const std::string beside = folder + "/run";
    if (beside.size() + std::string_view("/.s.PGSQL.5432").size() <= longest_socket_path) return beside;
    unsigned char digest[16];
    crypto_generichash(digest, sizeof digest, reinterpret_cast<const unsigned char*>(folder.data()),
                       folder.size(), nullptr, 0);
    char hex[33];
    return std::string("/tmp/maillage-") + sodium_bin2hex(hex, sizeof hex, digest, sizeof digest);
}

Cluster::Cluster(ClusterOptions options)
    : options_(std::move(options)), socket_folder_(socket_folder_of(options_.folder)) {}

std::expected<Cluster, ClusterRefusal> Cluster::start(const ClusterOptions& options,
                                                      const std::function<void(std::string_view)>& tell) {
    if (!options.folder.starts_with('/')) return std::unexpected(ClusterRefusal::folder_not_absolute);
    Cluster cluster(options);
    TRY(cluster.prepare(tell));
    tell("start");
    if (!cluster.start_again()) return std::unexpected(ClusterRefusal::did_not_start);
    return cluster;
}

Cluster::Cluster(Cluster&& other) noexcept
    : options_(std::move(other.options_)),
      socket_folder_(std::move(other.socket_folder_)),
      through_closed_folders_(other.through_closed_folders_),
      postmaster_(std::exchange(other.postmaster_, 0)) {}

std::expected<void, ClusterRefusal> Cluster::prepare(const std::function<void(std::string_view)>& tell) {
    make_folder(options_.folder, options_.user);
    if (!std::filesystem::exists(socket_folder_)) make_folder(socket_folder_, options_.user);
    if (!is_own_folder(socket_folder_, options_.user))
        return std::unexpected(ClusterRefusal::socket_folder_taken);
    // Not `test -w`: access(2) leaves the kept right out of account.
    const std::vector<std::string> touch{"/usr/bin/touch", options_.folder + "/log"};
    if (wait_for(start_child(touch)) != 0) {
        through_closed_folders_ = geteuid() == 0;
        if (wait_for(start_child(touch)) != 0) return std::unexpected(ClusterRefusal::folder_not_reachable);
    }
    if (!former_server_ended(options_.folder)) return std::unexpected(ClusterRefusal::still_running);
    if (!std::filesystem::exists(options_.folder + "/data")) {
        tell("initdb");
        if (!create()) return std::unexpected(ClusterRefusal::initdb_failed);
    }
    configure(options_, socket_folder_);
    return {};
}

bool Cluster::create() {
    // initdb wants an empty folder: a first start that was cut short is begun again.
    const std::string fresh = options_.folder + "/data.new";
    std::filesystem::remove_all(fresh);
    make_folder(fresh, options_.user);
    std::vector<std::string> arguments{options_.binaries + "/initdb",
                                       "-D",
                                       fresh,
                                       "-U",
                                       std::string(bootstrap_role),
                                       "--auth-local=peer",
                                       "--auth-host=reject",
                                       "-E",
                                       "UTF8",
                                       "--locale=C.UTF-8",
                                       "--locale-provider=icu",
                                       "--icu-locale=fr-FR",
                                       "-k"};
    if (options_.durability == ClusterOptions::Durability::none_for_tests)
        arguments.emplace_back("--no-sync");
    if (wait_for(start_child(std::move(arguments))) != 0) return false;
    std::filesystem::rename(fresh, options_.folder + "/data");
    return true;
}
// SIGINT is PostgreSQL's fast shutdown: the kernel sends it should the launcher be killed.
pid_t Cluster::start_child(std::vector<std::string> arguments) const {
    return spawn({.arguments = std::move(arguments),
                  .user = options_.user,
                  .death_signal = SIGINT,
                  .output = options_.folder + "/log",
                  .folders = through_closed_folders_ ? ChildOptions::Folders::any
                                                     : ChildOptions::Folders::as_the_user});
}

bool Cluster::start_again() {
    postmaster_ = start_child({options_.binaries + "/postgres", "-D", options_.folder + "/data"});
    if (answers(socket_folder_, postmaster_)) return true;
    stop();
    return false;
}

bool Cluster::runs() {
    if (postmaster_ > 0 && exit_status(postmaster_)) postmaster_ = 0;
    return postmaster_ > 0;
}

void Cluster::stop() {
    const pid_t postmaster = std::exchange(postmaster_, 0);
    if (postmaster <= 0 || exit_status(postmaster)) return;
    kill(postmaster, SIGINT);
    wait_for(postmaster);
}

std::string Cluster::connection(std::string_view role, std::string_view database) const {
    return connection_parameters(socket_folder(), role, database);
}

void prepare_database(const std::string& socket_folder, std::string_view database) {
    {
        db::Connection admin(connection_parameters(socket_folder, bootstrap_role, "postgres"));
        admin.command(db::bootstrap_roles_sql());
        const db::Sql known{"meta.database", "select datname from pg_catalog.pg_database where datname = $1"};
        admin.command("begin");
        db::Tx tx(admin);
        const bool missing = !tx.one(known, [](db::Row& row) { return row.text(); }, database);
        tx.commit();
        if (missing) admin.command("create database \"" + std::string(database) + "\"");
    }
    db::Connection inside(connection_parameters(socket_folder, bootstrap_role, database));
    inside.command(db::bootstrap_database_sql());
}

}  // namespace maillage::platform::cluster
