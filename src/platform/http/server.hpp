#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "platform/http/message.hpp"
#include "platform/http/security_headers.hpp"

namespace maillage::platform::http {

// Against slow or greedy clients (CWE-400): every phase has one absolute deadline.
struct Limits {
    std::chrono::milliseconds header{10'000}, body{30'000}, idle{15'000}, write{30'000};
    std::size_t header_bytes = 8 * 1024;
    std::size_t header_count = 64;
    std::size_t query_bytes = 2 * 1024;
    std::size_t connections = 10'000;
    std::size_t body_bytes = 64 * 1024;  // JSON and forms
    // multipart/form-data only: a file of 10 MiB, and the form around it.
    std::size_t upload_bytes = 10 * 1024 * 1024 + 64 * 1024;
    std::size_t bodies_bytes = 256 * 1024 * 1024;  // of all requests under way; beyond: 503
    std::size_t body_bytes_per_second = 500;       // slower, after `body_grace`: cut
    std::chrono::milliseconds body_grace{5'000};
    std::size_t answer_bytes_per_second = 64 * 1024;  // a long answer gets this much longer than `write`
    std::size_t queue = 256;                  // requests waiting for a worker; beyond: 503 + Retry-After
    std::size_t streams = 64;                 // open event streams; beyond: 503 + Retry-After
    std::chrono::milliseconds drain{10'000};  // what stop() leaves to requests under way
};

// What is known of an answer once it is ready: for the access log and the metrics. Never a path or a query.
struct Answered {
    Method method = Method::get;
    std::string_view route;  // pattern; empty when none matched or the kernel refused
    int status = 0;
    std::string_view refusal;           // why the gate refused; empty when it did not
    std::chrono::microseconds took{0};  // from the last byte received to the answer, waiting included
    std::string_view id;
};

struct ServerLoad {
    std::size_t connections = 0, waiting = 0, streams = 0;
};

struct ServerOptions {
    std::string address = "127.0.0.1";
    std::uint16_t port = 0;               // 0: the kernel chooses, read it with Server::port()
    std::string unix_socket = {};         // when set: listens here instead, for a proxy on the same host
    std::vector<std::string> hosts = {};  // allow-list of Host values (without port); others get 421
    unsigned io_threads = 2;
    unsigned workers = 8;
    Limits limits = {};
    SecurityOptions security = {};
    // All may be left empty. They are called from several threads at once.
    // What a handler threw, as an answer in the user's language; also the place to log it. On a worker.
    std::function<Response(const Request&, const std::exception_ptr&)> on_breakdown = {};
    // The page of a refusal after the gate, the body unread: 413 on a worker; 503 on an io thread, so that
    // one must not block.
    std::function<Response(const Request&, int status)> on_refusal = {};
    std::function<void(const Answered&)> on_answered = {};  // must not block
    std::function<std::string()> request_id = {};           // empty: 16 random hexadecimal digits
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
    ServerLoad load() const;
    // Stops accepting, drains the workers, then closes: in that order.
    void stop();

 private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace maillage::platform::http
