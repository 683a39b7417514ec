#pragma once

#include <array>
#include <expected>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/cluster/cluster.hpp"
#include "platform/db/migrate.hpp"

namespace maillage::platform::cluster {

struct InstallationOptions {
    std::string folder;  // absolute: ./var of the checkout, or what the configuration names
    // Key database.connection: libpq parameters or a postgresql:// address of the city's own server, without
    // a role. Empty: a private cluster in folder/cluster.
    std::string connection;
    // Empty: folder/context.key. Made at the first start; the nodes of one database share a copy.
    std::string context_key_file;
    std::string identity_key_file = {};  // empty: folder/identity.key
};

enum class InstallationRefusal {
    connection_malformed,
    folder_in_use,  // another launcher is starting or running on this folder
    cluster_failed,
    key_unreadable
};

// The database of this installation: the private cluster, started here unless another process of the same
// folder already runs it, or the server that the configuration names.
class Installation {
 public:
    enum class Part : char {
        launcher,  // must own the cluster
        command    // joins the cluster of a running launcher, or starts it for its own time
    };
    static std::expected<Installation, InstallationRefusal> open(
        const InstallationOptions& options, Part part, const std::function<void(std::string_view)>& tell);
    Installation(Installation&& other) noexcept;
    Installation& operator=(Installation&&) = delete;
    ~Installation();

    // libpq parameters as `role`: maillage_app for the sites and the worker, maillage_owner for migrations.
    std::string connection(std::string_view role) const;
    const std::string& context_key() const { return context_key_; }
    // The secret that seals what the database must not give away by itself: 64 hexadecimal characters.
    const std::string& identity_key() const { return identity_key_; }
    // Creates what only the bootstrap role can (private cluster), runs the missing migrations, and gives the
    // database the key of the signed context.
    std::expected<int, db::MigrationRefusal> migrate(std::vector<db::Migration> migrations,
                                                     const std::function<void(std::string_view)>& tell);
    // The account of the sites when root starts them: the one that runs the private cluster. Empty: ours.
    std::string service_user() const;
    // The cluster that this process owns, for the launcher to watch; nullptr when it owns none.
    Cluster* own_cluster() { return cluster_ ? &*cluster_ : nullptr; }

 private:
    explicit Installation(InstallationOptions options) : options_(std::move(options)) {}
    bool is_private() const { return options_.connection.empty(); }
    void give_to_service_user() const;
    std::expected<void, InstallationRefusal> start_or_join(Part part,
                                                           const std::function<void(std::string_view)>& tell);

    InstallationOptions options_;
    std::array<std::string, 2> key_files_;  // of the database's context, of what accounts seal
    std::string context_key_, identity_key_;
    std::optional<Cluster> cluster_;
    int lock_ = -1;
};

// `parameters` with the role put in; nothing when libpq cannot read them.
std::optional<std::string> with_role(const std::string& parameters, std::string_view role);

}  // namespace maillage::platform::cluster
