#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <stdexcept>

#include "tests/support/http_client.hpp"

namespace maillage::test {
namespace {

using SteadyClock = std::chrono::steady_clock;

}  // namespace

RawConnection::RawConnection(std::uint16_t port) : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (socket_ < 0 || ::connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0) {
        if (socket_ >= 0) ::close(socket_);
        throw std::runtime_error("no connection to port " + std::to_string(port));
    }
}

RawConnection::RawConnection(RawConnection&& other) noexcept
    : socket_(std::exchange(other.socket_, -1)), pending_(std::move(other.pending_)), ended_(other.ended_) {}

RawConnection::~RawConnection() {
    if (socket_ >= 0) ::close(socket_);
}

bool RawConnection::send(std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t count = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (count <= 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(count));
    }
    return true;
}

void RawConnection::finish_sending() { ::shutdown(socket_, SHUT_WR); }

// False when nothing came in time or the server closed.
bool RawConnection::receive(SteadyClock::time_point until) {
    if (ended_) return false;
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(until - SteadyClock::now());
    pollfd wait{.fd = socket_, .events = POLLIN, .revents = 0};
    if (::poll(&wait, 1, static_cast<int>(std::max<std::int64_t>(left.count(), 0))) <= 0) return false;
    std::array<char, 65536> bytes{};
    const ssize_t count = ::recv(socket_, bytes.data(), bytes.size(), 0);
    if (count <= 0) {
        ended_ = true;
        return false;
    }
    pending_.append(bytes.data(), static_cast<std::size_t>(count));
    return true;
}

std::string RawConnection::read_all(std::chrono::milliseconds patience) {
    const auto until = SteadyClock::now() + patience;
    while (receive(until)) {
    }
    return std::exchange(pending_, {});
}

std::string RawConnection::read_until(std::string_view mark, std::chrono::milliseconds patience) {
    const auto until = SteadyClock::now() + patience;
    for (;;) {
        if (const std::size_t at = pending_.find(mark); at != std::string::npos)
            return read_exactly(at + mark.size());
        if (!receive(until)) throw std::runtime_error("expected bytes did not come; got: " + pending_);
    }
}

std::string RawConnection::read_exactly(std::size_t count, std::chrono::milliseconds patience) {
    const auto until = SteadyClock::now() + patience;
    while (pending_.size() < count)
        if (!receive(until)) throw std::runtime_error("the answer stopped short");
    std::string bytes = pending_.substr(0, count);
    pending_.erase(0, count);
    return bytes;
}

bool RawConnection::is_closed(std::chrono::milliseconds patience) {
    const auto until = SteadyClock::now() + patience;
    while (receive(until)) {
    }
    return ended_ && pending_.empty();
}

}  // namespace maillage::test
