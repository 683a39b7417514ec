#include "tests/support/virus_daemon.hpp"

#include <gtest/gtest.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <cstring>

#include "tests/support/new_folder.hpp"

namespace maillage::test {
namespace {

// False when the other side ended before.
bool read_whole(int socket, std::string& bytes, std::size_t count) {
    bytes.assign(count, '\0');
    std::size_t done = 0;
    while (done < count) {
        const ssize_t got = recv(socket, bytes.data() + done, count - done, 0);
        if (got <= 0) return false;
        done += static_cast<std::size_t>(got);
    }
    return true;
}

std::size_t number_of(const std::string& four) {
    std::size_t number = 0;
    for (const char c : four) number = number << 8U | static_cast<unsigned char>(c);
    return number;
}

}  // namespace

std::string eicar() {
    return std::string("X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR") + "-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";
}

VirusDaemon::VirusDaemon(Manner manner) : manner_(manner) {
    folder_ = new_folder();
    listening_ = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::strncpy(address.sun_path, socket_path().c_str(), sizeof address.sun_path - 1);
    if (bind(listening_, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0 ||
        listen(listening_, 8) != 0)
        throw std::runtime_error("the daemon does not listen");
    thread_ = std::jthread([this](const std::stop_token& stop) { serve(stop); });
}

VirusDaemon::~VirusDaemon() {
    thread_.request_stop();
    thread_.join();
    close(listening_);
    std::filesystem::remove_all(folder_);
}

void VirusDaemon::serve(const std::stop_token& stop) {
    while (!stop.stop_requested()) {
        pollfd ready{.fd = listening_, .events = POLLIN, .revents = 0};
        if (poll(&ready, 1, 20) <= 0) continue;
        const int visitor = accept(listening_, nullptr, nullptr);
        const std::string verdict = verdict_on(visitor);
        if (manner_ == Manner::silent)
            while (!stop.stop_requested()) std::this_thread::sleep_for(std::chrono::milliseconds(5));
        else
            send(visitor, verdict.c_str(), verdict.size() + 1, MSG_NOSIGNAL);
        close(visitor);
    }
}

std::string VirusDaemon::verdict_on(int visitor) const {
    std::string part, whole;
    if (!read_whole(visitor, part, 10) || part != std::string("zINSTREAM\0", 10)) return "UNKNOWN COMMAND";
    while (read_whole(visitor, part, 4)) {
        const std::size_t length = number_of(part);
        if (length == 0) break;
        if (!read_whole(visitor, part, length)) return "cut";
        whole += part;
        if (manner_ == Manner::small && whole.size() > 100) return "INSTREAM size limit exceeded. ERROR";
    }
    if (manner_ == Manner::rude) return "stream: OK, I think";
    return whole.contains(eicar()) ? "stream: Eicar-Signature FOUND" : "stream: OK";
}

}  // namespace maillage::test
