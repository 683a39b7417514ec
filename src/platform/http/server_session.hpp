#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/asio/basic_socket_acceptor.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/generic/stream_protocol.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/beast/core/basic_stream.hpp>
#include <optional>
#include <string>
#include <thread>
#include <unordered_set>

#include "platform/http/server_core.hpp"

// Private to server.cpp, server_session.cpp and server_events.cpp: the only files that see Boost.
namespace maillage::platform::http {

namespace net = boost::asio;
namespace beast = boost::beast;
using Protocol = net::generic::stream_protocol;  // TCP and unix sockets alike
using Stream = beast::basic_stream<Protocol, net::any_io_executor, beast::unlimited_rate_policy>;

class Session;

// One io thread with its own io_context: sessions never move, so nothing of theirs needs a lock.
struct Lane {
    std::unordered_set<Session*> sessions;
    std::string date;  // of the answers of this second
    std::chrono::sys_seconds date_at{};
    net::io_context io{1};
    net::executor_work_guard<net::io_context::executor_type> work{io.get_executor()};
    net::basic_socket_acceptor<Protocol> acceptor{io};
    std::jthread thread;
};

// One connection. Every argument of a co_await call is a named variable, a reference or a scalar: g++ 12
// destroys temporaries of such calls twice.
class Session {
 public:
    Session(ServerCore& core, Lane& lane, Stream stream);
    ~Session();
    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;

    net::awaitable<void> run();
    // When the server stops: nothing is lost by closing a connection that waits for a next request.
    void close_if_idle();

 private:
    struct Exchange {
        Request request;
        Framing framing = Framing::none;
        std::uint64_t length = 0;
        bool http_1_0 = false;
        bool keep_alive = true;
        bool expects_continue = false;
    };

    net::awaitable<std::optional<Head>> read_head(bool first);
    net::awaitable<bool> read_body(Exchange& exchange);
    net::awaitable<bool> serve(Exchange& exchange);
    net::awaitable<bool> refuse_head(int status, std::string_view why);
    net::awaitable<bool> refuse(Exchange& exchange, int status);
    net::awaitable<bool> send(const Exchange& exchange, const Response& response);
    net::awaitable<bool> send_events(Exchange& exchange, Response& response);
    net::awaitable<bool> write(std::string_view first, std::string_view second);
    net::awaitable<bool> receive(std::size_t want);
    net::awaitable<void> linger();
    template <class Result>
    net::awaitable<std::optional<Result>> on_worker(const std::function<Result()>& job);
    std::string head_of(const Exchange& exchange, const Response& response,
                        std::optional<std::size_t> length);

    ServerCore& core_;
    Lane& lane_;
    Stream stream_;
    std::string peer_;
    std::string inbox_;  // received, not yet read
    bool idle_ = false;
};

}  // namespace maillage::platform::http

#include "platform/http/server_worker_hop.hpp"
