#include "platform/cluster/cluster.hpp"

#include <libpq-fe.h>
#include <pwd.h>
#include <signal.h>
#include <sys/stat.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <thread>

#include "platform/cluster/child.hpp"
#include "platform/db/connection.hpp"
#include "platform/db/migrate.hpp"
#include "platform/db/tx.hpp"

namespace maillage::platform::cluster {
namespace {

constexpr std::string_view bootstrap_role = "maillage_admin";
constexpr std::size_t longest_socket_path = 107;

std::string account_name(uid_t uid) {
    const passwd* account = getpwuid(uid);
    return account == nullptr ? "" : account->pw_name;
}

void give_to(const std::string& path, const std::string& user) {
    const passwd* account = geteuid() == 0 ? getpwnam(user.c_str()) : nullptr;
    if (account != nullptr && chown(path.c_str(), account->pw_uid, account->pw_gid) != 0)
        throw std::system_error(errno, std::generic_category(), path);
}

void write_file(const std::string& path, const std::string& text, const std::string& user) {
    std::ofstream(path, std::ios::trunc) << text;
    give_to(path, user);
}

void make_folder(const std::string& path, const std::string& user) {
    std::filesystem::create_directories(path);
    std::filesystem::permissions(path, std::filesystem::perms::owner_all);
    give_to(path, user);
}

// Our settings are rewritten at each start, so that a new version of the program brings its own.
std::string settings(const ClusterOptions& options) {
    std::string text =
        "listen_addresses = ''\n"
        "unix_socket_directories = '" +
        options.folder +
        "/run'\n"
        "unix_socket_permissions = 0700\n"
        "max_connections = 60\n"
        "shared_buffers = 128MB\n"
        "dynamic_shared_memory_type = posix\n"
        "jit = off\n"
        "logging_collector = off\n"
        // A failed statement must not write the names it carries into the log.
        "log_statement = none\n"
        "log_parameter_max_length = 0\n"
        "log_parameter_max_length_on_error = 0\n"
        "log_min_error_statement = panic\n"
        "synchronous_commit = on\n";
    if (options.durability == ClusterOptions::Durability::none_for_tests)
        text += "fsync = off\nfull_page_writes = off\n";
    return text;
}

// Who may take which role: the account that runs the program, and the service account. Anything else is
// refused.
std::string ident_map(const std::string& user) {
    std::string text;
    const std::string me = account_name(geteuid());
    for (const std::string_view role :
         {"maillage_admin", "maillage_owner", "maillage_app", "maillage_public"}) {
        text += "maillage " + me + " " + std::string(role) + "\n";
        if (user != me && geteuid() == 0) text += "maillage " + user + " " + std::string(role) + "\n";
    }
    return text;
}

bool create(const ClusterOptions& options) {
    // initdb wants an empty folder: a first start that was cut short is begun again.
    const std::string fresh = options.folder + "/data.new";
    std::filesystem::remove_all(fresh);
    make_folder(fresh, options.user);
    std::vector<std::string> arguments{options.binaries + "/initdb",
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
    if (options.durability == ClusterOptions::Durability::none_for_tests) arguments.emplace_back("--no-sync");
    const pid_t child =
        spawn({.arguments = arguments, .user = options.user, .output = options.folder + "/log"});
    if (wait_for(child) != 0) return false;
    std::filesystem::rename(fresh, options.folder + "/data");
    return true;
}

void configure(const ClusterOptions& options) {
    const std::string data = options.folder + "/data";
    write_file(data + "/maillage.conf", settings(options), options.user);
    write_file(data + "/pg_hba.conf", "local all all peer map=maillage\n", options.user);
    write_file(data + "/pg_ident.conf", ident_map(options.user), options.user);
    std::ifstream in(data + "/postgresql.conf");
    const std::string conf(std::istreambuf_iterator<char>(in), {});
    if (conf.find("include 'maillage.conf'") == conf.npos) {
        write_file(data + "/postgresql.conf", conf + "\ninclude 'maillage.conf'\n", options.user);
    }
}

bool answers(const ClusterOptions& options, pid_t postmaster) {
    const std::string parameters = connection_parameters(options.folder + "/run", bootstrap_role, "postgres");
    const auto give_up = std::chrono::steady_clock::now() + std::chrono::seconds(60);
    while (std::chrono::steady_clock::now() < give_up) {
        if (PQping(parameters.c_str()) == PQPING_OK) return true;
        if (kill(postmaster, 0) != 0) return false;
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    return false;
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

std::expected<Cluster, ClusterRefusal> Cluster::start(const ClusterOptions& options,
                                                      const std::function<void(std::string_view)>& tell) {
    if (!options.folder.starts_with('/')) return std::unexpected(ClusterRefusal::folder_not_absolute);
    if (options.folder.size() + std::string_view("/run/.s.PGSQL.5432").size() > longest_socket_path)
        return std::unexpected(ClusterRefusal::socket_path_too_long);
    make_folder(options.folder, options.user);
    make_folder(options.folder + "/run", options.user);
    const std::string test = options.folder + "/run";
    const pid_t enters = spawn({.arguments = {"/usr/bin/test", "-w", test}, .user = options.user});
    if (wait_for(enters) != 0) return std::unexpected(ClusterRefusal::folder_not_reachable);
    if (!std::filesystem::exists(options.folder + "/data")) {
        tell("initdb");
        if (!create(options)) return std::unexpected(ClusterRefusal::initdb_failed);
    }
    configure(options);
    tell("start");
    // SIGINT is PostgreSQL's fast shutdown: the kernel sends it should the launcher be killed.
    const pid_t postmaster =
        spawn({.arguments = {options.binaries + "/postgres", "-D", options.folder + "/data"},
               .user = options.user,
               .death_signal = SIGINT,
               .output = options.folder + "/log"});
    Cluster cluster(options, postmaster);
    if (!answers(options, postmaster)) return std::unexpected(ClusterRefusal::did_not_start);
    return cluster;
}

Cluster::Cluster(Cluster&& other) noexcept
    : options_(std::move(other.options_)), postmaster_(std::exchange(other.postmaster_, 0)) {}

Cluster::~Cluster() {
    if (postmaster_ <= 0) return;
    kill(postmaster_, SIGINT);
    wait_for(postmaster_);
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
