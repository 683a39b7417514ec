#include "app/http_probe.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include <string_view>

namespace maillage::app {

bool answers_health(std::uint16_t port) {
    const int connection = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (connection < 0) return false;
    const timeval limit{.tv_sec = 1, .tv_usec = 0};
    setsockopt(connection, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    constexpr std::string_view request =
        "GET /healthz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
    char answer[16]{};
    const bool received = connect(connection, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0 &&
                          send(connection, request.data(), request.size(), MSG_NOSIGNAL) > 0 &&
                          recv(connection, answer, 12, MSG_WAITALL) == 12;
    close(connection);
    return received && std::string_view(answer, 12) == "HTTP/1.1 200";
}

}  // namespace maillage::app
