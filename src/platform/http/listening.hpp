#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace maillage::platform::http {

// Descriptors that listen, one per io thread; throws std::system_error when the address is taken or
// malformed. TCP: as many sockets on one port (SO_REUSEPORT), among which the kernel spreads connections.
std::vector<int> listen_tcp(const std::string& address, std::uint16_t port, unsigned count);
// Unix: one socket under several descriptors. A socket file that nobody listens on is replaced.
std::vector<int> listen_unix(const std::string& path, unsigned count);

std::uint16_t port_of(int descriptor);
// Address of the other end of a TCP connection; empty for a unix socket.
std::string peer_of(int descriptor);
// False once the other end closed or reset the connection.
bool is_still_there(int descriptor);

}  // namespace maillage::platform::http
