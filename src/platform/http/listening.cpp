#include "platform/http/listening.hpp"

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <system_error>

namespace maillage::platform::http {
namespace {

constexpr int backlog = 4096;

// Closes what it holds unless released: listen_… may throw between two sockets.
class Descriptor {
 public:
    explicit Descriptor(int number) : number_(number) {}
    ~Descriptor() {
        if (number_ >= 0) ::close(number_);
    }
    Descriptor(Descriptor&& other) noexcept : number_(other.release()) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    int get() const { return number_; }
    int release() { return std::exchange(number_, -1); }

 private:
    int number_;
};

[[noreturn]] void fail(const std::string& what) {
    throw std::system_error(errno, std::generic_category(), what);
}

struct Address {
    sockaddr_storage storage{};
    socklen_t size = 0;
    const sockaddr* get() const { return reinterpret_cast<const sockaddr*>(&storage); }
};

Address tcp_address(const std::string& text, std::uint16_t port) {
    Address address;
    auto* v4 = reinterpret_cast<sockaddr_in*>(&address.storage);
    auto* v6 = reinterpret_cast<sockaddr_in6*>(&address.storage);
    if (::inet_pton(AF_INET, text.c_str(), &v4->sin_addr) == 1) {
        v4->sin_family = AF_INET;
        v4->sin_port = htons(port);
        address.size = sizeof(sockaddr_in);
    } else if (::inet_pton(AF_INET6, text.c_str(), &v6->sin6_addr) == 1) {
        v6->sin6_family = AF_INET6;
        v6->sin6_port = htons(port);
        address.size = sizeof(sockaddr_in6);
    } else {
        errno = EINVAL;
        fail("listen address " + text);
    }
    return address;
}

Address unix_address(const std::string& path) {
    Address address;
    auto* local = reinterpret_cast<sockaddr_un*>(&address.storage);
    if (path.size() >= sizeof local->sun_path) {
        errno = ENAMETOOLONG;
        fail("socket " + path);
    }
    local->sun_family = AF_UNIX;
    std::memcpy(local->sun_path, path.c_str(), path.size() + 1);
    address.size = sizeof(sockaddr_un);
    return address;
}

void set(int descriptor, int level, int option) {
    const int on = 1;
    if (::setsockopt(descriptor, level, option, &on, sizeof on) != 0) fail("socket option");
}

enum class Sharing { none, port };

Descriptor bound_tcp(const Address& address, Sharing sharing) {
    Descriptor descriptor(::socket(address.storage.ss_family, SOCK_STREAM | SOCK_CLOEXEC, 0));
    if (descriptor.get() < 0) fail("socket");
    set(descriptor.get(), SOL_SOCKET, SO_REUSEADDR);
    if (sharing == Sharing::port) set(descriptor.get(), SOL_SOCKET, SO_REUSEPORT);
    set(descriptor.get(), IPPROTO_TCP, TCP_NODELAY);  // accepted connections inherit it
    if (::bind(descriptor.get(), address.get(), address.size) != 0) fail("bind");
    return descriptor;
}

std::vector<int> released(std::vector<Descriptor>& held) {
    std::vector<int> numbers;
    for (Descriptor& descriptor : held) numbers.push_back(descriptor.release());
    return numbers;
}

bool somebody_listens(const Address& address) {
    const Descriptor probe(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
    return probe.get() >= 0 && ::connect(probe.get(), address.get(), address.size) == 0;
}

}  // namespace

std::vector<int> listen_tcp(const std::string& address, std::uint16_t port, unsigned count) {
    // Two programs that both share a port would split its visitors without a word: one socket that shares
    // with nobody finds out first.
    if (port != 0) bound_tcp(tcp_address(address, port), Sharing::none);
    std::vector<Descriptor> held;
    for (unsigned i = 0; i < count; ++i) {
        held.push_back(bound_tcp(tcp_address(address, port), Sharing::port));
        if (::listen(held.back().get(), backlog) != 0) fail("listen");
        port = port_of(held.back().get());
    }
    return released(held);
}

std::vector<int> listen_unix(const std::string& path, unsigned count) {
    const Address address = unix_address(path);
    if (somebody_listens(address)) {
        errno = EADDRINUSE;
        fail("socket " + path);
    }
    struct stat found{};
    if (::lstat(path.c_str(), &found) == 0 && S_ISSOCK(found.st_mode)) ::unlink(path.c_str());
    std::vector<Descriptor> held;
    held.emplace_back(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
    const int first = held.front().get();
    if (first < 0 || ::bind(first, address.get(), address.size) != 0) fail("bind " + path);
    // The proxy runs under another account of the same group.
    if (::chmod(path.c_str(), 0660) != 0 || ::listen(first, backlog) != 0) fail("listen " + path);
    for (unsigned i = 1; i < count; ++i) {
        held.emplace_back(::fcntl(first, F_DUPFD_CLOEXEC, 0));
        if (held.back().get() < 0) fail("duplicate " + path);
    }
    return released(held);
}

std::uint16_t port_of(int descriptor) {
    Address address;
    address.size = sizeof address.storage;
    if (::getsockname(descriptor, reinterpret_cast<sockaddr*>(&address.storage), &address.size) != 0)
        return 0;
    if (address.storage.ss_family == AF_INET)
        return ntohs(reinterpret_cast<const sockaddr_in*>(&address.storage)->sin_port);
    if (address.storage.ss_family == AF_INET6)
        return ntohs(reinterpret_cast<const sockaddr_in6*>(&address.storage)->sin6_port);
    return 0;
}

std::string peer_of(int descriptor) {
    Address address;
    address.size = sizeof address.storage;
    if (::getpeername(descriptor, reinterpret_cast<sockaddr*>(&address.storage), &address.size) != 0)
        return {};
    std::array<char, INET6_ADDRSTRLEN> text{};
    const int family = address.storage.ss_family;
    const void* bytes = nullptr;
    if (family == AF_INET) bytes = &reinterpret_cast<const sockaddr_in*>(&address.storage)->sin_addr;
    if (family == AF_INET6) bytes = &reinterpret_cast<const sockaddr_in6*>(&address.storage)->sin6_addr;
    if (bytes == nullptr || ::inet_ntop(family, bytes, text.data(), text.size()) == nullptr) return {};
    return text.data();
}

bool is_still_there(int descriptor) {
    char byte = 0;
    const ssize_t count = ::recv(descriptor, &byte, 1, MSG_PEEK | MSG_DONTWAIT);
    return count > 0 || (count < 0 && (errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR));
}

}  // namespace maillage::platform::http
