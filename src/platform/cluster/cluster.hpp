#pragma once

#include <sys/types.h>

#include <expected>
#include <functional>
#include <string>

namespace maillage::platform::cluster {

struct ClusterOptions {
    std::string folder;             // absolute; holds data/, run/ and log
    std::string user = "postgres";  // who runs PostgreSQL when the launcher is root, which initdb refuses
    std::string binaries = "/usr/lib/postgresql/15/bin";
    enum class Durability : char { full, none_for_tests } durability = Durability::full;
};

enum class ClusterRefusal {
    folder_not_absolute,
    socket_path_too_long,  // more than 107 bytes with the socket's name
    folder_not_reachable,  // the service user cannot enter the folder
    initdb_failed,
    did_not_start
};

// A PostgreSQL of our own, on a unix socket alone, peer authentication; it never touches another one.
class Cluster {
 public:
    // Creates the cluster where there is none, starts it and waits until it answers. `tell` receives the
    // steps. Call from the main thread.
    static std::expected<Cluster, ClusterRefusal> start(const ClusterOptions& options,
                                                        const std::function<void(std::string_view)>& tell);
    Cluster(Cluster&& other) noexcept;
    Cluster& operator=(Cluster&&) = delete;
    ~Cluster();  // fast shutdown, waits for it

    std::string socket_folder() const { return options_.folder + "/run"; }
    // libpq parameters for `role` on `database`.
    std::string connection(std::string_view role, std::string_view database) const;
    pid_t postmaster() const { return postmaster_; }

 private:
    Cluster(ClusterOptions options, pid_t postmaster)
        : options_(std::move(options)), postmaster_(postmaster) {}

    ClusterOptions options_;
    pid_t postmaster_;
};

// "host='…' dbname='…' user='…'" for a cluster at `socket_folder`.
std::string connection_parameters(std::string_view socket_folder, std::string_view role,
                                  std::string_view database);

// Creates roles, database and extensions where they are missing, as the bootstrap role.
void prepare_database(const std::string& socket_folder, std::string_view database);

}  // namespace maillage::platform::cluster
