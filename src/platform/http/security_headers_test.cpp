#include "platform/http/security_headers.hpp"

#include <gtest/gtest.h>

#include "platform/http/router.hpp"
#include "platform/http/server.hpp"
#include "tests/support/http_client.hpp"

namespace maillage::platform::http {
namespace {

using test::HttpClient, test::RawConnection, test::HttpAnswer;

const SecurityOptions tls{.transport = Transport::behind_tls, .reports = "/csp-reports"};

void expect_whole_set(const HttpAnswer& answer) {
    const SecurityHeaders security(tls);
    for (const auto& [name, value] : security.pairs()) {
        EXPECT_EQ(answer.headers.all(name).size(), 1U) << name;
        if (name != "cache-control" && name != "x-robots-tag") EXPECT_EQ(answer.header(name), value) << name;
    }
    EXPECT_NE(answer.header("date"), "");
}

// Security requirement R39: the set is on every answer, whoever wrote it.
TEST(The_set_of_headers, is_on_every_answer) {
    Router router;
    router.add(Method::get, "/page", [](Request&) { return Response{.body = "page"}; });
    router.add(Method::get, "/old", [](Request&) { return Response::see_other("/page"); });
    router.add(Method::get, "/bug", [](Request&) -> Response { throw std::runtime_error("bug"); });
    router.add(Method::get, "/asset", [](Request&) {
        Response response{.type = "text/css", .body = std::make_shared<const std::string>("css")};
        cache_forever(response);
        return response;
    });
    router.add(Method::get, "/events", [](Request&) {
        return Response{.body = EventStream{.next = [] { return std::optional<std::string>(); }}};
    });
    ServerOptions options{.hosts = {"localhost"}, .security = tls};
    options.limits.bodies_bytes = 100;
    Server server(options, [&](Request& request) { return router.handle(request); });
    server.start();
    HttpClient client(server.port()), stranger(server.port(), "evil");
    const auto raw = [&](const std::string& bytes) {
        RawConnection connection(server.port());
        connection.send(bytes);
        return test::parse_answer(connection.read_all());
    };

    const std::vector<std::pair<int, HttpAnswer>> answers{
        {200, client.get("/page")},
        {200, client.get("/asset")},
        {200, client.get("/events")},
        {200, client.head("/page")},
        {204, client.send("OPTIONS", "/page")},
        {303, client.get("/old", test::Redirects::stop)},
        {308, client.get("/page/", test::Redirects::stop)},
        {400, raw("nonsense\r\n\r\n")},
        {404, client.get("/none")},
        {405, client.send("POST", "/page")},
        {413, client.send("POST", "/page", {}, std::string(70'000, 'a'))},
        {421, stranger.get("/page")},
        {431, raw("GET / HTTP/1.1\r\nX-A: " + std::string(9000, 'a'))},
        {500, client.get("/bug")},
        {503, client.send("POST", "/page", {}, std::string(1000, 'a'))},
    };

    for (const auto& [status, answer] : answers) {
        SCOPED_TRACE(status);
        EXPECT_EQ(answer.status, status);
        expect_whole_set(answer);
    }
}

std::string set_of(const SecurityOptions& options, const Response& response = {}) {
    std::string lines;
    SecurityHeaders(options).append_to(lines, response);
    return lines;
}

TEST(The_set_of_headers, promises_tls_only_behind_tls) {
    EXPECT_FALSE(set_of({}).contains("strict-transport-security"));
    EXPECT_TRUE(set_of(tls).contains("strict-transport-security: max-age=63072000; includeSubDomains\r\n"));
}

TEST(The_set_of_headers, allows_nothing_inline) {
    const std::string lines = set_of({.site = Site::residents});

    EXPECT_TRUE(lines.contains("default-src 'none'; script-src 'self'; style-src 'self'"));
    EXPECT_TRUE(
        lines.contains("require-trusted-types-for 'script'; trusted-types default; manifest-src 'self'\r\n"));
    EXPECT_FALSE(lines.contains("unsafe"));
    EXPECT_FALSE(lines.contains("report-to"));
    EXPECT_TRUE(set_of(tls).contains("; report-to csp\r\n"));
}

TEST(The_set_of_headers, gives_way_to_what_a_page_says_itself) {
    Response page;
    cache_publicly(page, std::chrono::minutes(5));

    const std::string lines = set_of({}, page);

    EXPECT_FALSE(lines.contains("cache-control"));
    EXPECT_FALSE(lines.contains("x-robots-tag"));
    EXPECT_TRUE(lines.contains("x-frame-options: DENY\r\n"));
}

TEST(A_public_page, is_not_cached_with_a_cookie) {
    Response page{.headers = {{"set-cookie", "a=b"}}};

    cache_publicly(page, std::chrono::minutes(5));

    EXPECT_EQ(page.headers.size(), 1U);
}

}  // namespace
}  // namespace maillage::platform::http
