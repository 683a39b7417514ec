#include <gtest/gtest.h>

#include <latch>
#include <semaphore>
#include <thread>

#include "platform/http/server.hpp"
#include "tests/support/http_client.hpp"

namespace maillage::platform::http {
namespace {

using namespace std::chrono_literals;
using test::HttpClient, test::RawConnection, test::parse_answer;
using SteadyClock = std::chrono::steady_clock;

Response size_of_body(Request& request) { return Response::text(200, std::to_string(request.body.size())); }

ServerOptions with(Limits limits) { return {.hosts = {"localhost"}, .limits = limits}; }

// How long the server lets a connection live on which `step` sends something every 20 ms.
template <class Step>
std::chrono::milliseconds life_of(RawConnection& connection, Step step) {
    const auto begun = SteadyClock::now();
    while (!connection.is_closed(20ms) && SteadyClock::now() - begun < 5s) step();
    return std::chrono::duration_cast<std::chrono::milliseconds>(SteadyClock::now() - begun);
}

TEST(A_slow_client, is_cut_at_the_deadline_of_the_head_however_it_drips) {
    Server server(with({.header = 300ms}), size_of_body);
    server.start();
    RawConnection connection(server.port());
    connection.send("GET / HTTP/1.1\r\nHost: localhost\r\n");

    const auto life = life_of(connection, [&] { connection.send("X-A: b\r\n"); });

    EXPECT_GE(life, 250ms);
    EXPECT_LT(life, 2s);
}

TEST(A_slow_client, is_cut_at_the_deadline_of_the_body_however_it_drips) {
    Server server(with({.body = 300ms}), size_of_body);
    server.start();
    RawConnection connection(server.port());
    connection.send("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 60000\r\n\r\n");

    const auto life = life_of(connection, [&] { connection.send(std::string(100, 'a')); });

    EXPECT_GE(life, 250ms);
    EXPECT_LT(life, 2s);
}

TEST(A_slow_client, must_send_its_body_at_a_minimum_rate) {
    Server server(with({.body = 30s, .body_bytes_per_second = 500, .body_grace = 200ms}), size_of_body);
    server.start();
    RawConnection connection(server.port());
    connection.send("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 60000\r\n\r\n");

    const auto life = life_of(connection, [&] { connection.send("a"); });

    EXPECT_GE(life, 150ms);
    EXPECT_LT(life, 2s);
}

TEST(A_silent_connection, is_closed_after_the_idle_time) {
    Server server(with({.idle = 200ms}), size_of_body);
    server.start();
    RawConnection connection(server.port());
    connection.send("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
    connection.read_until("\r\n\r\n0");

    const auto life = life_of(connection, [] {});

    EXPECT_GE(life, 150ms);
    EXPECT_LT(life, 2s);
}

TEST(A_client_that_does_not_read, is_cut_at_the_deadline_of_writing) {
    const auto big = std::make_shared<const std::string>(30'000'000, 'a');
    Server server(with({.write = 200ms, .answer_bytes_per_second = 1'000'000'000}),
                  [&](Request&) { return Response{.body = big}; });
    server.start();
    RawConnection connection(server.port());
    connection.send("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
    const std::string beginning = connection.read_exactly(1000);

    for (int i = 0; i < 400 && server.load().connections > 0; ++i) std::this_thread::sleep_for(5ms);

    EXPECT_EQ(server.load().connections, 0U);
    EXPECT_LT(connection.read_all().size(), big->size());
}

TEST(A_body_too_large, is_answered_413_even_while_the_client_still_sends) {
    Server server(with({.body_bytes = 1000, .upload_bytes = 2000}), size_of_body);
    server.start();
    HttpClient client(server.port());

    EXPECT_EQ(client.send("POST", "/", {}, std::string(1000, 'a')).body, "1000");
    EXPECT_EQ(client.send("POST", "/", {}, std::string(2'000'000, 'a')).status, 413);
    EXPECT_EQ(
        client
            .send("POST", "/", {{"content-type", "multipart/form-data; boundary=x"}}, std::string(2000, 'a'))
            .body,
        "2000");
    EXPECT_EQ(
        client
            .send("POST", "/", {{"content-type", "multipart/form-data; boundary=x"}}, std::string(2001, 'a'))
            .status,
        413);
    RawConnection chunks(server.port());
    chunks.send("POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n3E9\r\n");
    EXPECT_EQ(parse_answer(chunks.read_until("\r\n\r\n")).status, 413);
}

TEST(Bodies, have_a_budget_together) {
    Server server(with({.bodies_bytes = 1500}), size_of_body);
    server.start();
    RawConnection first(server.port());
    first.send("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\nExpect: 100-continue\r\n\r\n");
    first.read_until("100 Continue\r\n\r\n");

    const auto second = HttpClient(server.port()).send("POST", "/", {}, std::string(1000, 'a'));
    first.send(std::string(1000, 'a'));

    EXPECT_EQ(second.status, 503);
    EXPECT_EQ(parse_answer(first.read_until("1000")).status, 200);
    EXPECT_EQ(HttpClient(server.port()).send("POST", "/", {}, std::string(1000, 'a')).status, 200);
}

TEST(A_full_queue, is_answered_503_with_the_time_to_come_back) {
    std::binary_semaphore gate(0);
    ServerOptions options = with({.queue = 1});
    options.workers = 1;
    options.on_refusal = [](const Request& request, int status) {
        Response response = Response::text(status, "busy " + request.path);
        response.headers.emplace_back("retry-after", "2");
        return response;
    };
    Server server(options, [&](Request& request) {
        if (request.path == "/slow") gate.acquire();
        return Response::text(200, "done");
    });
    server.start();
    RawConnection running(server.port()), waiting(server.port());
    running.send("GET /slow HTTP/1.1\r\nHost: localhost\r\n\r\n");
    while (server.load().waiting > 0 || server.load().connections < 2) std::this_thread::sleep_for(5ms);
    std::this_thread::sleep_for(50ms);
    waiting.send("GET /next HTTP/1.1\r\nHost: localhost\r\n\r\n");
    while (server.load().waiting == 0) std::this_thread::sleep_for(5ms);

    const auto refused = HttpClient(server.port()).get("/third");
    gate.release();

    EXPECT_EQ(refused.status, 503);
    EXPECT_EQ(refused.header("retry-after"), "2");
    EXPECT_EQ(refused.body, "busy /third");
    EXPECT_TRUE(running.read_until("done").starts_with("HTTP/1.1 200"));
    EXPECT_TRUE(waiting.read_until("done").starts_with("HTTP/1.1 200"));
}

TEST(Connections, past_the_limit_are_shed) {
    Server server(with({.connections = 1}), size_of_body);
    server.start();
    RawConnection first(server.port());
    first.send("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
    first.read_until("\r\n\r\n0");

    RawConnection second(server.port());

    EXPECT_TRUE(second.is_closed());
}

}  // namespace
}  // namespace maillage::platform::http
