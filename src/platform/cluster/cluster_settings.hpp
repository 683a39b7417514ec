#pragma once

#include <string>

#include "platform/cluster/cluster.hpp"

namespace maillage::platform::cluster {

// A folder of mode 700 that belongs to the account that runs PostgreSQL.
void make_folder(const std::string& path, const std::string& user);
// Gives a file or folder to that account; nothing when we are not root.
void give_to(const std::string& path, const std::string& user);
// True when `path` is a real folder of that account, not a link or someone else's.
bool is_own_folder(const std::string& path, const std::string& user);
// postgresql.conf, pg_hba.conf and pg_ident.conf, rewritten at each start, so that a new version of the
// program brings its own.
void configure(const ClusterOptions& options, const std::string& socket_folder);

}  // namespace maillage::platform::cluster
