#pragma once

#include <sys/types.h>

#include <optional>
#include <string>
#include <string_view>

namespace maillage::platform::cluster {

// A service tells who started it that it serves, by the protocol of systemd (sd_notify(3)): a datagram
// "READY=1" and a line of its own to the socket that NOTIFY_SOCKET names. Nobody asked: nothing is sent.
void tell_ready(std::string_view status);

// The other end, in the launcher: the socket that its children inherit by name.
class ReadyInbox {
 public:
    // Opens the socket and sets NOTIFY_SOCKET for the children; throws std::system_error. `user`: the account
    // that they run as when we are root; empty = ours.
    explicit ReadyInbox(const std::string& user = "");
    ReadyInbox(const ReadyInbox&) = delete;
    ReadyInbox& operator=(const ReadyInbox&) = delete;
    ~ReadyInbox();

    // The status of a service that became ready since, without waiting. Messages of accounts that are neither
    // ours nor theirs are dropped.
    std::optional<std::string> next();

 private:
    int socket_ = -1;
    uid_t theirs_;
};

}  // namespace maillage::platform::cluster
