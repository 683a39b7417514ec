#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "platform/http/message.hpp"

namespace maillage::platform::http {

// security.md § 6.5. Every phase has one absolute deadline.
struct Limits {
    std::chrono::milliseconds header{10'000}, body{30'000}, idle{15'000}, write{30'000};
    std::size_t header_bytes = 8 * 1024;
    std::size_t header_count = 64;
    std::size_t query_bytes = 2 * 1024;
    std::size_t body_bytes = 64 * 1024;           // JSON and forms
    std::size_t upload_bytes = 10 * 1024 * 1024;  // multipart/form-data only
    std::size_t connections = 10'000;
    std::size_t queue = 256;  // requests waiting for a worker; beyond: 503 + Retry-After
};

struct ServerOptions {
    std::string address = "127.0.0.1";
    std::uint16_t port = 0;             // 0: the kernel chooses, read it with Server::port()
    std::string unix_socket;            // when set: listens here instead, for a proxy on the same host
    std::vector<std::string> hosts;     // allow-list of Host values (without port); others get 421
    unsigned io_threads = 2;
    unsigned workers = 8;
    Limits limits;
};

// The coroutine kernel: bytes in, gate, handler on a worker, bytes out. The only code that suspends.
class Server {
 public:
    // `handler` is called concurrently from the worker threads.
    Server(ServerOptions options, Handler handler);
    ~Server();
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    // Binds and starts the threads; throws std::system_error when the address is taken.
    void start();
    std::uint16_t port() const;
    // Stops accepting, drains the workers, then closes: in that order.
    void stop();

 private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace maillage::platform::http
