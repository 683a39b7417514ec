#include "platform/cluster/cluster_settings.hpp"

#include <pwd.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <fstream>
#include <system_error>

namespace maillage::platform::cluster {
namespace {

std::string account_name(uid_t uid) {
    const passwd* account = getpwuid(uid);
    return account == nullptr ? "" : account->pw_name;
}

void write_file(const std::string& path, const std::string& text, const std::string& user) {
    std::ofstream(path, std::ios::trunc) << text;
    give_to(path, user);
}

std::string settings(const ClusterOptions& options, const std::string& socket_folder) {
    std::string text =
        "listen_addresses = ''\n"
        "unix_socket_directories = '" +
        socket_folder +
        "'\n"
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

}  // namespace

void give_to(const std::string& path, const std::string& user) {
    const passwd* account = geteuid() == 0 ? getpwnam(user.c_str()) : nullptr;
    if (account != nullptr && chown(path.c_str(), account->pw_uid, account->pw_gid) != 0)
        throw std::system_error(errno, std::generic_category(), path);
}

void make_folder(const std::string& path, const std::string& user) {
    std::filesystem::create_directories(path);
    std::filesystem::permissions(path, std::filesystem::perms::owner_all);
    give_to(path, user);
}

bool is_own_folder(const std::string& path, const std::string& user) {
    struct stat found{};
    const passwd* account = geteuid() == 0 ? getpwnam(user.c_str()) : getpwuid(geteuid());
    return account != nullptr && lstat(path.c_str(), &found) == 0 && S_ISDIR(found.st_mode) &&
           found.st_uid == account->pw_uid;
}

void configure(const ClusterOptions& options, const std::string& socket_folder) {
    const std::string data = options.folder + "/data";
    write_file(data + "/maillage.conf", settings(options, socket_folder), options.user);
    write_file(data + "/pg_hba.conf", "local all all peer map=maillage\n", options.user);
    write_file(data + "/pg_ident.conf", ident_map(options.user), options.user);
    std::ifstream in(data + "/postgresql.conf");
    const std::string conf(std::istreambuf_iterator<char>(in), {});
    if (conf.find("include 'maillage.conf'") == conf.npos) {
        write_file(data + "/postgresql.conf", conf + "\ninclude 'maillage.conf'\n", options.user);
    }
}

}  // namespace maillage::platform::cluster
