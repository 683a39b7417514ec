#include <gtest/gtest.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <atomic>
#include <filesystem>
#include <semaphore>
#include <thread>

#include "platform/http/router.hpp"
#include "platform/http/server.hpp"
#include "tests/support/http_client.hpp"

namespace maillage::platform::http {
namespace {

using namespace std::chrono_literals;
using test::HttpClient, test::RawConnection;

ServerOptions local() { return {.hosts = {"localhost"}}; }
constexpr auto get = "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n";

bool accepts(std::uint16_t port) {
    try {
        const RawConnection connection(port);
        return true;
    } catch (const std::runtime_error&) {
        return false;
    }
}

TEST(A_stopping_server, finishes_what_was_asked_and_takes_nothing_new) {
    std::binary_semaphore begun(0), gate(0);
    Server server(local(), [&](Request&) {
        begun.release();
        gate.acquire();
        return Response::text(200, "finished");
    });
    server.start();
    RawConnection busy(server.port()), idle(server.port());
    busy.send(get);
    begun.acquire();

    std::jthread stopping([&] { server.stop(); });
    EXPECT_TRUE(idle.is_closed());
    for (int i = 0; i < 400 && accepts(server.port()); ++i) std::this_thread::sleep_for(5ms);
    EXPECT_FALSE(accepts(server.port()));
    gate.release();

    const std::string bytes = busy.read_all();
    EXPECT_TRUE(bytes.starts_with("HTTP/1.1 200"));
    EXPECT_TRUE(bytes.contains("connection: close"));
    EXPECT_TRUE(bytes.ends_with("finished"));
}

TEST(A_stopping_server, waits_for_a_slow_client_no_longer_than_its_patience) {
    ServerOptions options = local();
    options.limits.drain = 100ms;
    Server server(options, [](Request&) { return Response::text(200, "ok"); });
    server.start();
    RawConnection half(server.port());
    half.send("GET / HTTP/1.1\r\nHost:");
    while (server.load().connections == 0) std::this_thread::sleep_for(5ms);
    std::this_thread::sleep_for(50ms);

    const auto begun = std::chrono::steady_clock::now();
    server.stop();

    EXPECT_LT(std::chrono::steady_clock::now() - begun, 2s);
    EXPECT_TRUE(half.is_closed());
}

TEST(An_event_stream, sends_each_event_and_ends_with_the_last) {
    Server server(local(), [](Request&) {
        return Response{
            .body = EventStream{.every = 5ms, .next = [count = 0]() mutable -> std::optional<std::string> {
                                    ++count;
                                    if (count == 2) return "";
                                    if (count == 4) return std::nullopt;
                                    return std::to_string(count) + "\nline";
                                }}};
    });
    server.start();
    RawConnection connection(server.port());

    connection.send(get);
    const auto answer = test::parse_answer(connection.read_all());

    EXPECT_EQ(answer.header("content-type"), "text/event-stream");
    EXPECT_EQ(answer.header("content-length"), "");
    EXPECT_EQ(answer.header("cache-control"), "no-store");
    EXPECT_EQ(answer.body, "data: 1\ndata: line\n\ndata: 3\ndata: line\n\n");
}

TEST(An_event_stream, ends_when_the_client_leaves_or_the_server_stops) {
    std::atomic<int> asked = 0;
    Server server(local(), [&](Request&) {
        return Response{.body = EventStream{.every = 5ms, .next = [&]() -> std::optional<std::string> {
                                                ++asked;
                                                return "";
                                            }}};
    });
    server.start();
    {
        RawConnection leaver(server.port());
        leaver.send(get);
        leaver.read_until("\r\n\r\n");
        EXPECT_EQ(server.load().streams, 1U);
    }
    for (int i = 0; i < 400 && server.load().streams > 0; ++i) std::this_thread::sleep_for(5ms);
    EXPECT_EQ(server.load().streams, 0U);

    RawConnection stayer(server.port());
    stayer.send(get);
    stayer.read_until("\r\n\r\n");
    server.stop();

    EXPECT_TRUE(stayer.is_closed());
    EXPECT_GT(asked, 0);
}

TEST(An_event_stream, is_refused_past_the_limit_and_its_breakdown_is_reported) {
    std::atomic<int> reported = 0;
    ServerOptions options = local();
    options.limits.streams = 1;
    options.on_breakdown = [&](const Request&, const std::exception_ptr&) {
        ++reported;
        return Response::text(500, "");
    };
    std::atomic<bool> fail = false;
    Server server(options, [&](Request&) {
        return Response{.body = EventStream{.every = 5ms, .next = [&]() -> std::optional<std::string> {
                                                if (fail) throw std::runtime_error("lost");
                                                return "";
                                            }}};
    });
    server.start();
    RawConnection first(server.port());
    first.send(get);
    first.read_until("\r\n\r\n");

    EXPECT_EQ(HttpClient(server.port()).get("/").status, 503);
    fail = true;

    EXPECT_EQ(first.read_all(), "");
    EXPECT_EQ(reported, 1);
}

// What one request over a unix socket gets.
std::string ask_unix(const std::string& path, const std::string& bytes) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::copy(path.begin(), path.end(), address.sun_path);
    const int socket = ::socket(AF_UNIX, SOCK_STREAM, 0);
    EXPECT_EQ(::connect(socket, reinterpret_cast<sockaddr*>(&address), sizeof address), 0);
    EXPECT_GT(::send(socket, bytes.data(), bytes.size(), 0), 0);
    std::string answer(65536, '\0');
    std::size_t size = 0;
    for (ssize_t count = 1; count > 0; size += static_cast<std::size_t>(count))
        count = std::max<ssize_t>(::recv(socket, answer.data() + size, answer.size() - size, 0), 0);
    ::close(socket);
    return answer.substr(0, size);
}

Response say_peer(Request& request) {
    return Response::text(200, request.peer + "|" + std::string(request.headers.get("x-forwarded-for")));
}

TEST(A_proxy_on_the_same_host, is_believed_about_the_address_of_the_client) {
    ServerOptions options = local();
    options.unix_socket =
        (std::filesystem::temp_directory_path() / ("http-test-" + std::to_string(::getpid()))).string();
    const auto peer = [&](const std::string& header) {
        const std::string bytes =
            ask_unix(options.unix_socket,
                     "GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + header + "\r\n");
        return test::parse_answer(bytes).body;
    };
    Server server(options, say_peer);
    server.start();

    EXPECT_EQ(peer("X-Forwarded-For: 192.0.2.7\r\n"), "192.0.2.7|");
    EXPECT_EQ(peer("X-Forwarded-For: 2001:db8::7\r\n"), "2001:db8::7|");
    EXPECT_EQ(peer("X-Forwarded-For: 10.0.0.1, 192.0.2.7\r\n"), "unknown|");
    EXPECT_EQ(peer(""), "unknown|");
    Server second(options, say_peer);
    EXPECT_THROW(second.start(), std::system_error);
    server.stop();
    EXPECT_FALSE(std::filesystem::exists(options.unix_socket));
}

TEST(A_client_without_proxy, is_not_believed) {
    Server server(local(), say_peer);
    server.start();

    EXPECT_EQ(HttpClient(server.port()).send("GET", "/", {{"x-forwarded-for", "192.0.2.7"}}).body,
              "127.0.0.1|");
}

TEST(Every_answer, is_counted_without_its_path) {
    std::mutex mutex;
    std::vector<std::string> lines;
    ServerOptions options = local();
    options.request_id = [] { return std::string("id"); };
    options.on_answered = [&](const Answered& answered) {
        const std::scoped_lock lock(mutex);
        lines.push_back(std::string(answered.route) + " " + std::to_string(answered.status) + " " +
                        std::string(answered.refusal) + " " + std::string(answered.id));
    };
    Router router;
    router.add(Method::get, "/{council}", [](Request&) { return Response::text(200, "ok"); });
    Server server(options, [&](Request& request) { return router.handle(request); });
    server.start();
    HttpClient client(server.port());

    client.get("/laval?secret=1");
    client.get("/a/b");
    client.send("FOO", "/");
    client.send("POST", "/laval", {}, std::string(70'000, 'a'));
    server.stop();

    EXPECT_EQ(lines, (std::vector<std::string>{"/{council} 200  id", " 404  id", " 400 unknown_method ",
                                               " 413 body id"}));
}

}  // namespace
}  // namespace maillage::platform::http
