#include "platform/http/server.hpp"

#include <unistd.h>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <deque>

#include "foundation/check.hpp"
#include "platform/http/listening.hpp"
#include "platform/http/server_session.hpp"

namespace maillage::platform::http {

struct Server::Impl {
    Impl(ServerOptions options, Handler handler) : core(std::move(options), std::move(handler)) {}

    ServerCore core;
    std::deque<Lane> lanes;
    std::uint16_t port = 0;
    bool started = false;
};

namespace {

using namespace std::chrono_literals;

net::awaitable<void> live(ServerCore& core, Lane& lane, net::basic_stream_socket<Protocol> socket) {
    Counted connection(core.connections);
    if (!connection.add(1, core.options.limits.connections)) co_return;  // shed: closing costs nothing
    Session session(core, lane, Stream(std::move(socket)));
    co_await session.run();
}

net::awaitable<void> accept_all(ServerCore& core, Lane& lane) {
    const auto executor = co_await net::this_coro::executor;
    const auto report = [&core](const std::exception_ptr& thrown) {
        if (thrown && core.options.on_breakdown) core.options.on_breakdown(Request(), thrown);
    };
    while (lane.acceptor.is_open()) {
        net::basic_stream_socket<Protocol> socket(executor);
        beast::error_code error;
        auto token = net::redirect_error(net::use_awaitable, error);
        co_await lane.acceptor.async_accept(socket, token);
        if (!error) {
            net::co_spawn(executor, live(core, lane, std::move(socket)), report);
            continue;
        }
        // Out of descriptors: waiting lets some come back, retrying at once would burn the processor.
        net::steady_timer pause(executor, 50ms);
        auto paused = net::redirect_error(net::use_awaitable, error);
        co_await pause.async_wait(paused);
    }
}

}  // namespace

Server::Server(ServerOptions options, Handler handler)
    : impl_(std::make_unique<Impl>(std::move(options), std::move(handler))) {}

Server::~Server() { stop(); }

void Server::start() {
    Impl& impl = *impl_;
    const ServerOptions& options = impl.core.options;
    foundation::check(!impl.started, "a server starts once");
    const std::vector<int> descriptors = options.unix_socket.empty()
                                             ? listen_tcp(options.address, options.port, options.io_threads)
                                             : listen_unix(options.unix_socket, options.io_threads);
    impl.started = true;
    impl.port = port_of(descriptors.front());
    for (const int descriptor : descriptors) {
        Lane& lane = impl.lanes.emplace_back();
        const int family = !options.unix_socket.empty()    ? AF_UNIX
                           : options.address.contains(':') ? AF_INET6
                                                           : AF_INET;
        lane.acceptor.assign(Protocol(family, 0), descriptor);
        auto report = [](const std::exception_ptr& thrown) {
            if (thrown) std::rethrow_exception(thrown);
        };
        net::co_spawn(lane.io, accept_all(impl.core, lane), report);
        lane.thread = std::jthread([&lane] { lane.io.run(); });
    }
}

std::uint16_t Server::port() const { return impl_->port; }

ServerLoad Server::load() const {
    const ServerCore& core = impl_->core;
    return {.connections = core.connections, .waiting = core.pool.waiting(), .streams = core.streams};
}

void Server::stop() {
    Impl& impl = *impl_;
    if (impl.lanes.empty()) return;
    impl.core.draining = true;
    for (Lane& lane : impl.lanes)
        net::post(lane.io, [&lane] {
            lane.acceptor.close();
            for (Session* session : lane.sessions) session->close_if_idle();
        });
    const auto patience = std::chrono::steady_clock::now() + impl.core.options.limits.drain;
    while (impl.core.connections > 0 && std::chrono::steady_clock::now() < patience)
        std::this_thread::sleep_for(5ms);
    impl.core.pool.drain();
    for (Lane& lane : impl.lanes) lane.io.stop();
    for (Lane& lane : impl.lanes) lane.thread.join();
    impl.lanes.clear();
    if (!impl.core.options.unix_socket.empty()) ::unlink(impl.core.options.unix_socket.c_str());
}

}  // namespace maillage::platform::http
