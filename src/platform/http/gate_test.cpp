#include "platform/http/gate.hpp"

#include <gtest/gtest.h>

namespace maillage::platform::http {
namespace {

const GateRules rules{.hosts = {"localhost", "maillage.laval.example", "[::1]"}};

std::expected<Head, GateRefusal> inspect(std::string_view line, std::string_view headers) {
    return inspect_head(std::string(line) + "\r\n" + std::string(headers) + "\r\n", rules);
}
std::expected<Head, GateRefusal> get(std::string_view headers) {
    return inspect("GET /a?b=c HTTP/1.1", headers);
}
std::expected<Head, GateRefusal> post(std::string_view headers) {
    return inspect("POST / HTTP/1.1", "Host: localhost\r\n" + std::string(headers));
}
GateRefusal refusal_of(const std::expected<Head, GateRefusal>& head) {
    EXPECT_FALSE(head);
    return head ? GateRefusal{} : head.error();
}

TEST(The_gate, reads_a_plain_request) {
    const auto head = get("Host: LOCALHOST:8080\r\nAccept:  text/html \r\nX-B:\t\r\n");

    ASSERT_TRUE(head);
    EXPECT_EQ(head->method, Method::get);
    EXPECT_EQ(head->target.path, "/a");
    EXPECT_EQ(head->target.query.get("b"), "c");
    EXPECT_EQ(head->headers.get("accept"), "text/html");
    EXPECT_EQ(head->headers.find("x-b"), "");
    EXPECT_EQ(head->framing, Framing::none);
    EXPECT_TRUE(head->keep_alive);
}

TEST(The_gate, reads_the_framing_of_a_body) {
    EXPECT_EQ(post("Content-Length: 12\r\n")->length, 12U);
    EXPECT_EQ(post("Content-Length: 12\r\n")->framing, Framing::length);
    EXPECT_EQ(post("Content-Length: 0\r\n")->framing, Framing::none);
    EXPECT_EQ(post("Transfer-Encoding: Chunked\r\n")->framing, Framing::chunked);
    EXPECT_EQ(post("")->framing, Framing::none);
}

TEST(The_gate, knows_when_a_connection_goes_on) {
    EXPECT_FALSE(get("Host: localhost\r\nConnection: TE, Close\r\n")->keep_alive);
    EXPECT_FALSE(inspect("GET / HTTP/1.0", "Host: localhost\r\n")->keep_alive);
    EXPECT_TRUE(inspect("GET / HTTP/1.0", "Host: localhost\r\nConnection: keep-alive\r\n")->keep_alive);
}

TEST(The_gate, wants_exactly_one_host_of_ours) {
    EXPECT_EQ(refusal_of(get("")), GateRefusal::no_host);
    EXPECT_EQ(refusal_of(get("Host: \r\n")), GateRefusal::no_host);
    EXPECT_EQ(refusal_of(get("Host: localhost\r\nHost: localhost\r\n")), GateRefusal::repeated_header);
    for (const std::string_view host :
         {"evil", "localhost.evil", "evil@localhost", "localhost:80@evil", "localhost:", "localhost:123456",
          "localhost:a", "localhost.", "local host", ":80"})
        EXPECT_EQ(refusal_of(get("Host: " + std::string(host) + "\r\n")), GateRefusal::unknown_host) << host;
    EXPECT_EQ(status_of(GateRefusal::unknown_host), 421);
    EXPECT_TRUE(get("Host: [::1]:8080\r\n"));
    EXPECT_TRUE(get("Host: [::1]\r\n"));
}

TEST(The_gate, leaves_no_doubt_about_the_length) {
    for (const std::string_view headers :
         {"Transfer-Encoding: chunked\r\nContent-Length: 5\r\n",
          "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n", "Transfer-Encoding: gzip\r\n",
          "Transfer-Encoding: gzip, chunked\r\n", "Transfer-Encoding: xchunked\r\n",
          "Transfer-Encoding: chunked, chunked\r\n", "Transfer-Encoding: identity\r\nContent-Length: 5\r\n",
          "Transfer-Encoding: \r\n", "Transfer-Encoding: \"chunked\"\r\n",
          "Transfer-Encoding: chunked;q=1\r\n", "Content-Length: 5, 5\r\n", "Content-Length: +5\r\n",
          "Content-Length: -1\r\n", "Content-Length: 0x5\r\n", "Content-Length: 5 5\r\n",
          "Content-Length: \r\n", "Content-Length: 99999999999999999999\r\n", "Content-Length: 1e3\r\n",
          "Trailer: X-A\r\nTransfer-Encoding: chunked\r\n"})
        EXPECT_EQ(refusal_of(post(headers)), GateRefusal::framing) << headers;
    for (const std::string_view headers : {"Content-Length: 5\r\nContent-Length: 5\r\n",
                                           "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n"})
        EXPECT_EQ(refusal_of(post(headers)), GateRefusal::repeated_header) << headers;
    EXPECT_EQ(refusal_of(inspect("POST / HTTP/1.0", "Host: localhost\r\nTransfer-Encoding: chunked\r\n")),
              GateRefusal::framing);
}

TEST(The_gate, takes_no_body_where_none_belongs_and_none_compressed) {
    for (const std::string_view method : {"GET", "HEAD", "DELETE", "OPTIONS"})
        for (const std::string_view framing : {"Content-Length: 5", "Transfer-Encoding: chunked"})
            EXPECT_EQ(refusal_of(inspect(std::string(method) + " / HTTP/1.1",
                                         "Host: localhost\r\n" + std::string(framing) + "\r\n")),
                      GateRefusal::body_not_allowed);
    EXPECT_EQ(refusal_of(post("Content-Encoding: gzip\r\nContent-Length: 5\r\n")),
              GateRefusal::content_encoding);
}

TEST(The_gate, reads_lines_one_way_only) {
    for (const std::string_view headers :
         {"X-A: b\r\n folded: c\r\n", "X-A: b\r\n\tfolded\r\n", "Host : localhost\r\n", "X A: b\r\n",
          ": b\r\n", "X-A\r\n", "X-\xC3\xA9: b\r\n", "X-A\t: b\r\n", "X(A): b\r\n"})
        EXPECT_EQ(refusal_of(get("Host: localhost\r\n" + std::string(headers))), GateRefusal::header_syntax)
            << headers;
    for (const std::string_view block :
         {"GET / HTTP/1.1\nHost: localhost\n\n", "GET / HTTP/1.1\r\nHost: localhost\n\r\n",
          "GET / HTTP/1.1\r\nHost: localhost\rX: y\r\n\r\n", "\r\nGET / HTTP/1.1\r\nHost: localhost\r\n\r\n",
          "GET / HTTP/1.1\r\nHost: localhost\r\n\r\nmore", "GET / HTTP/1.1\r\nHost: localhost\r\n", "\r\n",
          "", "\x16\x03\x01"})
        EXPECT_EQ(refusal_of(inspect_head(block, rules)), GateRefusal::header_syntax) << block;
    EXPECT_EQ(refusal_of(inspect_head(std::string_view("GET / HTTP/1.1\r\nHost: a\0b\r\n\r\n", 28), rules)),
              GateRefusal::header_syntax);
}

TEST(The_gate, knows_a_few_methods_and_two_versions) {
    for (const std::string_view line :
         {"FOO / HTTP/1.1", "get / HTTP/1.1", "TRACE / HTTP/1.1", "CONNECT a:80 HTTP/1.1"})
        EXPECT_EQ(refusal_of(inspect(line, "Host: localhost\r\n")), GateRefusal::unknown_method) << line;
    for (const std::string_view line :
         {"GET / HTTP/2.0", "GET / HTTP/1.2", "GET / http/1.1", "GET / HTTP/1.11", "GET / "})
        EXPECT_EQ(refusal_of(inspect(line, "Host: localhost\r\n")), GateRefusal::version) << line;
    for (const std::string_view line :
         {"GET /", "GET  / HTTP/1.1", "GET / HTTP/1.1 ", " GET / HTTP/1.1", "GET / a HTTP/1.1"})
        EXPECT_EQ(refusal_of(inspect(line, "Host: localhost\r\n")), GateRefusal::request_line) << line;
    EXPECT_EQ(refusal_of(inspect("GET\t/ HTTP/1.1", "Host: localhost\r\n")), GateRefusal::request_line);
    EXPECT_EQ(refusal_of(inspect("GET http://evil/ HTTP/1.1", "Host: localhost\r\n")), GateRefusal::target);
}

TEST(The_gate, counts_headers_and_refuses_a_second_one_that_decides) {
    std::string headers = "Host: localhost\r\n";
    for (int i = 0; i < 63; ++i) headers += "X-A: b\r\n";

    EXPECT_TRUE(get(headers));
    EXPECT_EQ(refusal_of(get(headers + "X-A: b\r\n")), GateRefusal::too_many_headers);
    for (const std::string_view name :
         {"Cookie", "Origin", "Sec-Fetch-Site", "Content-Type", "X-Forwarded-For"}) {
        const std::string line = std::string(name) + ": a\r\n";
        EXPECT_EQ(refusal_of(get("Host: localhost\r\n" + line + line)), GateRefusal::repeated_header) << name;
    }
}

TEST(The_gate, drops_names_that_could_pass_for_another) {
    const auto head = get("Host: localhost\r\nX_Forwarded_For: 1.2.3.4\r\nContent_Length: 5\r\n");

    ASSERT_TRUE(head);
    EXPECT_EQ(head->headers.pairs().size(), 1U);
}

TEST(The_gate, knows_one_expectation) {
    EXPECT_TRUE(post("Content-Length: 5\r\nExpect: 100-Continue\r\n")->expects_continue);
    EXPECT_FALSE(post("Expect: 100-continue\r\n")->expects_continue);
    EXPECT_EQ(refusal_of(post("Expect: magic\r\n")), GateRefusal::expectation);
}

TEST(A_head, is_found_byte_by_byte_as_at_once) {
    const std::string block = "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n";
    HeadScanner scanner;

    for (std::size_t size = 0; size < block.size(); ++size)
        ASSERT_EQ(scanner.scan(std::string_view(block).substr(0, size)), HeadScanner::State::incomplete);

    EXPECT_EQ(scanner.scan(block + "rest"), HeadScanner::State::complete);
    EXPECT_EQ(scanner.size(), block.size());
}

}  // namespace
}  // namespace maillage::platform::http
