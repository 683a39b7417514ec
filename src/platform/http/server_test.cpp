#include "platform/http/server.hpp"

#include <gtest/gtest.h>

#include "platform/db/errors.hpp"
#include "platform/http/router.hpp"
#include "tests/support/http_client.hpp"

namespace maillage::platform::http {
namespace {

using namespace std::chrono_literals;
using test::HttpClient, test::RawConnection, test::count_answers, test::parse_answer;

ServerOptions local() { return {.hosts = {"localhost"}}; }

Response echo(Request& request) { return Response::text(200, request.path + "\n" + request.body); }

TEST(A_server, answers_a_request_with_what_the_handler_says) {
    Server server(local(), echo);
    server.start();

    const auto answer = HttpClient(server.port()).get("/h%C3%A9?q=1");

    EXPECT_EQ(answer.status, 200);
    EXPECT_EQ(answer.body, "/hé\n");
    EXPECT_TRUE(answer.header("date").ends_with(" GMT"));
    EXPECT_EQ(answer.header("connection"), "close");
}

TEST(A_server, keeps_a_connection_for_several_requests_even_when_they_come_together) {
    Server server(local(), echo);
    server.start();
    RawConnection connection(server.port());

    connection.send(
        "GET /a HTTP/1.1\r\nHost: localhost\r\n\r\nPOST /b HTTP/1.1\r\nHost: localhost\r\n"
        "Content-Length: 2\r\n\r\nxyGET /c HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    const std::string bytes = connection.read_all();

    EXPECT_EQ(count_answers(bytes), 3U);
    EXPECT_TRUE(bytes.contains("/a\n"));
    EXPECT_TRUE(bytes.contains("/b\nxy"));
    EXPECT_TRUE(bytes.contains("/c\n"));
}

TEST(A_server, reads_a_body_in_chunks) {
    Server server(local(), echo);
    server.start();
    RawConnection connection(server.port());

    connection.send(
        "POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n");
    connection.send("3\r\nabc\r\nA\r\n012345");
    connection.send("6789\r\n0\r\n\r\n");

    EXPECT_EQ(parse_answer(connection.read_all()).body, "/\nabc0123456789");
}

TEST(A_server, says_continue_to_a_client_that_waits_for_it) {
    Server server(local(), echo);
    server.start();
    RawConnection connection(server.port());

    connection.send(
        "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n");
    EXPECT_EQ(connection.read_until("\r\n\r\n"), "HTTP/1.1 100 Continue\r\n\r\n");
    connection.send("ok");

    EXPECT_TRUE(connection.read_until("/\nok").starts_with("HTTP/1.1 200 OK\r\n"));
}

TEST(A_server, sends_no_body_to_head) {
    Router router;
    router.add(Method::get, "/page", echo);
    Server server(local(), [&](Request& request) { return router.handle(request); });
    server.start();

    const auto answer = HttpClient(server.port()).head("/page");

    EXPECT_EQ(answer.status, 200);
    EXPECT_EQ(answer.header("content-length"), "6");
    EXPECT_EQ(answer.body, "");
}

TEST(A_server, turns_breakdowns_into_statuses_without_their_words) {
    Server server(local(), [](Request& request) -> Response {
        if (request.path == "/lost") throw db::Unavailable("secret host name");
        if (request.path == "/full") throw db::DiskFull("secret path");
        if (request.path == "/split") return {.headers = {{"x-a", "b\r\nset-cookie: c"}}};
        throw std::runtime_error("secret words");
    });
    server.start();
    HttpClient client(server.port());

    const auto lost = client.get("/lost"), full = client.get("/full"), split = client.get("/split"),
               other = client.get("/other");

    EXPECT_EQ(lost.status, 503);
    EXPECT_EQ(lost.header("retry-after"), "5");
    EXPECT_EQ(full.status, 507);
    EXPECT_EQ(split.status, 500);
    EXPECT_EQ(split.header("set-cookie"), "");
    EXPECT_EQ(other.status, 500);
    for (const auto& answer : {lost, full, split, other}) EXPECT_FALSE(answer.body.contains("secret"));
}

TEST(A_server, lets_app_render_a_breakdown_and_survives_its_failure) {
    ServerOptions options = local();
    options.request_id = [] { return std::string("0123"); };
    options.on_breakdown = [](const Request& request, const std::exception_ptr&) {
        if (request.path == "/worse") throw std::runtime_error("the page fails too");
        return Response::text(500, "incident " + request.id);
    };
    Server server(options, [](Request&) -> Response { throw std::runtime_error("secret"); });
    server.start();
    HttpClient client(server.port());

    EXPECT_EQ(client.get("/bad").body, "incident 0123");
    EXPECT_EQ(client.get("/worse").body, "500 Internal Server Error (0123)\n");
}

TEST(A_server, reports_an_address_that_is_taken) {
    Server first(local(), echo);
    first.start();
    ServerOptions options = local();
    options.port = first.port();
    Server second(options, echo);

    EXPECT_THROW(second.start(), std::system_error);
}

}  // namespace
}  // namespace maillage::platform::http
