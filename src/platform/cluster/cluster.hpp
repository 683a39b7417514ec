#pragma once

#include <sys/types.h>

#include <expected>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace maillage::platform::cluster {

struct ClusterOptions {
    std::string folder;  // absolute; holds data/, log, and run/ with the socket where its path fits
    std::string user = "postgres";  // who runs PostgreSQL when the launcher is root, which initdb refuses
    std::string binaries = "/usr/lib/postgresql/15/bin";
    enum class Durability : char { full, none_for_tests } durability = Durability::full;
};

enum class ClusterRefusal {
    folder_not_absolute,
    socket_folder_taken,   // the short folder under /tmp that stands in for a long path is someone else's
    folder_not_reachable,  // the service user cannot enter the folder
    still_running,         // another PostgreSQL runs on this folder and does not end
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
    ~Cluster() { stop(); }

    // Fast shutdown; waits for it.
    void stop();
    // False once the server has ended without being asked to; it can then be started again.
    bool runs();
    bool start_again();
    std::string socket_folder() const { return socket_folder_; }
    // libpq parameters for `role` on `database`.
    std::string connection(std::string_view role, std::string_view database) const;
    pid_t postmaster() const { return postmaster_; }

 private:
    explicit Cluster(ClusterOptions options);
    std::expected<void, ClusterRefusal> prepare(const std::function<void(std::string_view)>& tell);
    bool create();
    pid_t start_child(std::vector<std::string> arguments) const;

    ClusterOptions options_;
    std::string socket_folder_;
    bool through_closed_folders_ = false;
    pid_t postmaster_ = 0;
};

// Where the socket of the cluster in `folder` is: folder/run, or a short folder under /tmp when that path
// would exceed the 107 bytes of a socket's address.
std::string socket_folder_of(const std::string& folder);

// "host='…' dbname='…' user='…'" for a cluster at `socket_folder`.
std::string connection_parameters(std::string_view socket_folder, std::string_view role,
                                  std::string_view database);

// Creates roles, database and extensions where they are missing, as the bootstrap role.
void prepare_database(const std::string& socket_folder, std::string_view database);

}  // namespace maillage::platform::cluster
