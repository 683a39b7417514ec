#pragma once

#include <atomic>
#include <cstddef>
#include <string>
#include <utility>

#include "platform/http/gate.hpp"
#include "platform/http/server.hpp"
#include "platform/http/worker_pool.hpp"

namespace maillage::platform::http {

// What all sessions of a server share, and the edge where exceptions end. No Boost here.
struct ServerCore {
    ServerCore(ServerOptions given, Handler handle);

    Request make_request(Head head, const std::string& peer) const;
    // Runs the handler; whatever it throws becomes an answer here and nowhere else.
    Response answer(Request& request) const;
    // The next event of a stream; an exception ends the stream.
    std::optional<std::string> next_event(const Request& request, const EventStream& events) const;
    Response refusal(const Request& request, int status) const;
    void answered(const Request& request, const Response& response,
                  std::chrono::steady_clock::time_point since, std::string_view refusal = {}) const;
    std::size_t body_limit(const Request& request) const;

    const ServerOptions options;
    const Handler handler;
    const GateRules rules;
    const SecurityHeaders security;
    WorkerPool pool;
    std::atomic<std::size_t> connections{0}, streams{0}, bodies_bytes{0};
    std::atomic<bool> draining{false};
};

// Counts something while it lives: a connection, an open stream, the bytes of a body.
class Counted {
 public:
    explicit Counted(std::atomic<std::size_t>& total) : total_(total) {}
    ~Counted() { release(); }
    Counted(const Counted&) = delete;
    Counted& operator=(const Counted&) = delete;
    // False, and nothing added, when the total would pass `limit`.
    bool add(std::size_t count, std::size_t limit);
    void release() { total_ -= std::exchange(held_, 0); }

 private:
    std::atomic<std::size_t>& total_;
    std::size_t held_ = 0;
};

}  // namespace maillage::platform::http
