#include "platform/cluster/installation.hpp"

#include <fcntl.h>
#include <libpq-fe.h>
#include <sodium.h>
#include <sys/file.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <thread>

#include "foundation/check.hpp"
#include "foundation/result.hpp"
#include "platform/cluster/cluster_settings.hpp"
#include "platform/db/connection.hpp"
#include "platform/db/tx.hpp"

namespace maillage::platform::cluster {
namespace {

constexpr std::string_view database_name = "maillage";

std::string read_key(const std::string& path) {
    std::ifstream in(path);
    std::string key;
    in >> key;
    return key;
}

// Made by rename, so that two processes that start together end with the same key.
std::string read_or_make_key(const std::string& path) {
    if (!std::filesystem::exists(path)) {
        unsigned char random[32];
        randombytes_buf(random, sizeof random);
        char hex[65];
        const std::string fresh = path + "." + std::to_string(getpid());
        const int file = ::open(fresh.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
        if (file < 0) return {};
        const bool written = write(file, sodium_bin2hex(hex, sizeof hex, random, sizeof random), 64) == 64;
        close(file);
        if (written && link(fresh.c_str(), path.c_str()) != 0 && errno != EEXIST) return {};
        unlink(fresh.c_str());
    }
    return read_key(path);
}

}  // namespace

std::optional<std::string> with_role(const std::string& parameters, std::string_view role) {
    char* error = nullptr;
    PQconninfoOption* parsed = PQconninfoParse(parameters.c_str(), &error);
    PQfreemem(error);
    if (parsed == nullptr) return std::nullopt;
    std::string text = "connect_timeout=5 client_encoding=UTF8";
    for (const PQconninfoOption* option = parsed; option->keyword != nullptr; ++option) {
        if (option->val == nullptr || std::string_view(option->keyword) == "user") continue;
        text += std::string(" ") + option->keyword + "='";
        for (const char* c = option->val; *c != 0; ++c) {
            if (*c == '\'' || *c == '\\') text += '\\';
            text += *c;
        }
        text += '\'';
    }
    PQconninfoFree(parsed);
    return text + " user=" + std::string(role);
}

std::expected<Installation, InstallationRefusal> Installation::open(
    const InstallationOptions& options, Part part, const std::function<void(std::string_view)>& tell) {
    std::filesystem::create_directories(options.folder);
    Installation installation(options);
    if (!installation.is_private() && !with_role(options.connection, "maillage_app"))
        return std::unexpected(InstallationRefusal::connection_malformed);
    installation.key_files_ = {
        options.context_key_file.empty() ? options.folder + "/context.key" : options.context_key_file,
        options.identity_key_file.empty() ? options.folder + "/identity.key" : options.identity_key_file};
    installation.context_key_ = read_or_make_key(installation.key_files_[0]);
    installation.identity_key_ = read_or_make_key(installation.key_files_[1]);
    if (installation.context_key_.empty() || installation.identity_key_.empty())
        return std::unexpected(InstallationRefusal::key_unreadable);
    if (part == Part::launcher || installation.is_private()) TRY(installation.start_or_join(part, tell));
    if (part == Part::launcher) installation.give_to_service_user();
    return installation;
}

std::string Installation::service_user() const {
    return is_private() && geteuid() == 0 ? ClusterOptions{}.user : std::string();
}

// What the sites open besides the database: their keys, and the lock that tells them who runs it.
void Installation::give_to_service_user() const {
    if (service_user().empty()) return;
    for (const std::string& path : key_files_) give_to(path, service_user());
    give_to(options_.folder + "/lock", service_user());
}

// Who holds the lock of the folder owns the cluster: the launcher, or one command while no launcher runs.
std::expected<void, InstallationRefusal> Installation::start_or_join(
    Part part, const std::function<void(std::string_view)>& tell) {
    lock_ = ::open((options_.folder + "/lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (lock_ < 0) return std::unexpected(InstallationRefusal::folder_in_use);
    const std::string folder = options_.folder + "/cluster";
    const auto give_up = std::chrono::steady_clock::now() + std::chrono::seconds(30);
    while (flock(lock_, LOCK_EX | LOCK_NB) != 0) {
        if (part == Part::command && PQping(connection("maillage_app").c_str()) == PQPING_OK) return {};
        if (std::chrono::steady_clock::now() > give_up)
            return std::unexpected(InstallationRefusal::folder_in_use);
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
    if (!is_private()) return {};
    auto started = Cluster::start({.folder = folder}, tell);
    if (!started) return std::unexpected(InstallationRefusal::cluster_failed);
    cluster_.emplace(*std::move(started));
    return {};
}

Installation::Installation(Installation&& other) noexcept
    : options_(std::move(other.options_)),
      key_files_(std::move(other.key_files_)),
      context_key_(std::move(other.context_key_)),
      identity_key_(std::move(other.identity_key_)),
      cluster_(std::move(other.cluster_)),
      lock_(std::exchange(other.lock_, -1)) {}

// The cluster first, the lock last: who waits for the lock finds no server.
Installation::~Installation() {
    cluster_.reset();
    if (lock_ >= 0) close(lock_);
}

std::string Installation::connection(std::string_view role) const {
    if (is_private())
        return connection_parameters(socket_folder_of(options_.folder + "/cluster"), role, database_name);
    const auto parameters = with_role(options_.connection, role);
    foundation::check(parameters.has_value(), "the connection was read once and is unreadable now");
    return *parameters;
}

std::expected<int, db::MigrationRefusal> Installation::migrate(
    std::vector<db::Migration> migrations, const std::function<void(std::string_view)>& tell) {
    if (is_private()) prepare_database(socket_folder_of(options_.folder + "/cluster"), database_name);
    db::Connection owner(connection("maillage_owner"));
    const int ran = TRY(db::migrate(owner, std::move(migrations), tell));
    const db::Sql set_key{
        "meta.set_key",
        "insert into ctx.mac_key (key) values ($1) on conflict (only_one) do update set key = $1"};
    owner.command("begin");
    db::Tx tx(owner);
    tx.run(set_key, context_key_);
    tx.commit();
    return ran;
}

}  // namespace maillage::platform::cluster
