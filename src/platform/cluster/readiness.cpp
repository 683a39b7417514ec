#include "platform/cluster/readiness.hpp"

#include <pwd.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <system_error>

namespace maillage::platform::cluster {
namespace {

constexpr std::string_view ready_line = "READY=1\nSTATUS=";

struct Address {
    sockaddr_un un{};
    socklen_t size = 0;
};

// "@name" is in the abstract namespace, which leaves no file behind.
std::optional<Address> address_of(std::string_view name) {
    Address address;
    address.un.sun_family = AF_UNIX;
    if (name.size() < 2 || name.size() >= sizeof address.un.sun_path) return std::nullopt;
    std::copy(name.begin(), name.end(), address.un.sun_path);
    if (name[0] == '@') address.un.sun_path[0] = '\0';
    address.size = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + name.size());
    return address;
}

[[noreturn]] void give_up() { throw std::system_error(errno, std::generic_category(), "NOTIFY_SOCKET"); }

// Whether the kernel says that the sender runs under our account or that of the services.
bool from_us(msghdr& message, uid_t theirs) {
    for (cmsghdr* part = CMSG_FIRSTHDR(&message); part != nullptr; part = CMSG_NXTHDR(&message, part)) {
        if (part->cmsg_level != SOL_SOCKET || part->cmsg_type != SCM_CREDENTIALS) continue;
        ucred sender{};
        std::memcpy(&sender, CMSG_DATA(part), sizeof sender);
        return sender.uid == geteuid() || sender.uid == theirs;
    }
    return false;
}

}  // namespace

void tell_ready(std::string_view status) {
    const char* name = std::getenv("NOTIFY_SOCKET");
    const auto address = address_of(name == nullptr ? "" : name);
    if (!address) return;
    const int connection = socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    if (connection < 0) return;
    const std::string message = std::string(ready_line) + std::string(status);
    // A launcher that does not read its messages must not keep a service from serving.
    sendto(connection, message.data(), message.size(), MSG_NOSIGNAL | MSG_DONTWAIT,
           reinterpret_cast<const sockaddr*>(&address->un), address->size);
    close(connection);
}

ReadyInbox::ReadyInbox(const std::string& user)
    : socket_(socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0)), theirs_(geteuid()) {
    const passwd* account = user.empty() || geteuid() != 0 ? nullptr : getpwnam(user.c_str());
    if (account != nullptr) theirs_ = account->pw_uid;
    const std::string name = "@maillage-" + std::to_string(getpid());
    const auto address = address_of(name);
    const int on = 1;
    if (socket_ < 0 || bind(socket_, reinterpret_cast<const sockaddr*>(&address->un), address->size) != 0 ||
        setsockopt(socket_, SOL_SOCKET, SO_PASSCRED, &on, sizeof on) != 0)
        give_up();
    setenv("NOTIFY_SOCKET", name.c_str(), 1);
}

ReadyInbox::~ReadyInbox() {
    unsetenv("NOTIFY_SOCKET");
    close(socket_);
}

std::optional<std::string> ReadyInbox::next() {
    for (;;) {
        char bytes[1024];
        alignas(cmsghdr) char control[CMSG_SPACE(sizeof(ucred))];
        iovec part{.iov_base = bytes, .iov_len = sizeof bytes};
        msghdr message{};
        message.msg_iov = &part;
        message.msg_iovlen = 1;
        message.msg_control = control;
        message.msg_controllen = sizeof control;
        const ssize_t size = recvmsg(socket_, &message, 0);
        if (size < 0) return std::nullopt;
        const std::string_view text(bytes, static_cast<std::size_t>(size));
        if (text.starts_with(ready_line) && from_us(message, theirs_))
            return std::string(text.substr(ready_line.size()));
    }
}

}  // namespace maillage::platform::cluster
