#include "platform/cleaning/virus_scan.hpp"

#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <optional>

#include "platform/sandbox/descriptor.hpp"

namespace maillage::platform::cleaning {
namespace {

using sandbox::Descriptor;
using std::chrono::milliseconds;
using std::chrono::steady_clock;

constexpr std::size_t chunk_bytes = std::size_t{64} << 10U;
constexpr std::size_t longest_answer = 4096;

class Conversation {
 public:
    Conversation(const std::string& path, milliseconds patience)
        : socket_(socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0)),
          deadline_(steady_clock::now() + patience) {
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        if (path.size() >= sizeof address.sun_path) return;
        std::memcpy(address.sun_path, path.data(), path.size());
        connected_ = socket_.valid() &&
                     connect(socket_.get(), reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
    }

    bool say(std::string_view bytes) {
        while (connected_ && !bytes.empty()) {
            if (!wait_for(POLLOUT)) return false;
            const ssize_t sent = send(socket_.get(), bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (sent < 0 && errno != EAGAIN && errno != EINTR) return false;
            if (sent > 0) bytes.remove_prefix(static_cast<std::size_t>(sent));
        }
        return connected_;
    }

    // Up to the zero that ends an answer; nothing when it does not come.
    std::optional<std::string> answer() {
        std::string text;
        std::array<char, 512> part{};
        while (connected_ && text.size() < longest_answer && wait_for(POLLIN)) {
            const ssize_t got = recv(socket_.get(), part.data(), part.size(), 0);
            if (got < 0 && (errno == EAGAIN || errno == EINTR)) continue;
            if (got <= 0) return std::nullopt;
            text.append(part.data(), static_cast<std::size_t>(got));
            if (const std::size_t end = text.find('\0'); end != text.npos) return text.substr(0, end);
        }
        return std::nullopt;
    }

 private:
    bool wait_for(short what) {
        const auto left = std::chrono::duration_cast<milliseconds>(deadline_ - steady_clock::now());
        pollfd ready{.fd = socket_.get(), .events = what, .revents = 0};
        return left.count() > 0 && poll(&ready, 1, static_cast<int>(left.count())) > 0;
    }

    Descriptor socket_;
    steady_clock::time_point deadline_;
    bool connected_ = false;
};

// Before each chunk, its length in the order of the network.
std::string length_of(std::size_t size) {
    std::string bytes(4, '\0');
    for (std::size_t i = 0; i < 4; ++i) bytes[i] = static_cast<char>((size >> (8U * (3U - i))) & 0xffU);
    return bytes;
}

// When it has heard enough (its own limit, a find), the daemon may answer and close before the end.
void tell(Conversation& daemon, std::string_view bytes) {
    if (!daemon.say(std::string_view("zINSTREAM\0", 10))) return;
    while (!bytes.empty()) {
        const std::string_view chunk = bytes.substr(0, chunk_bytes);
        if (!daemon.say(length_of(chunk.size())) || !daemon.say(chunk)) return;
        bytes.remove_prefix(chunk.size());
    }
    daemon.say(length_of(0));
}

}  // namespace

ScanVerdict scan(const std::string& socket_path, std::string_view bytes, milliseconds patience) {
    Conversation daemon(socket_path, patience);
    tell(daemon, bytes);
    const auto answer = daemon.answer();
    if (!answer) return ScanVerdict::no_answer;
    if (answer->ends_with(" FOUND")) return ScanVerdict::infected;
    return *answer == "stream: OK" ? ScanVerdict::clean : ScanVerdict::no_answer;
}

}  // namespace maillage::platform::cleaning
