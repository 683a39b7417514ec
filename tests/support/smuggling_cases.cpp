#include "tests/support/smuggling_cases.hpp"

namespace maillage::test {
namespace {

constexpr std::string_view host = "Host: localhost\r\n";

std::string post(std::string_view headers, std::string_view body) {
    return "POST / HTTP/1.1\r\n" + std::string(host) + std::string(headers) + "\r\n" + std::string(body);
}
std::string get(std::string_view headers) {
    return "GET / HTTP/1.1\r\n" + std::string(host) + std::string(headers) + "\r\n";
}
std::string line(std::string_view request_line) {
    return std::string(request_line) + "\r\n" + std::string(host) + "\r\n";
}

std::vector<SmugglingCase> about_length() {
    return {
        {"CL.TE", post("Content-Length: 6\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\nX")},
        {"TE.CL", post("Transfer-Encoding: chunked\r\nContent-Length: 4\r\n", "0\r\n\r\n")},
        {"TE gzip then CL", post("Transfer-Encoding: gzip\r\nContent-Length: 2\r\n", "ab")},
        {"TE identity then CL", post("Transfer-Encoding: identity\r\nContent-Length: 2\r\n", "ab")},
        {"TE xchunked", post("Transfer-Encoding: xchunked\r\n", "0\r\n\r\n")},
        {"TE chunked twice in one line", post("Transfer-Encoding: chunked, chunked\r\n", "0\r\n\r\n")},
        {"TE on two lines",
         post("Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n", "0\r\n\r\n")},
        {"TE chunked with vertical tab", post("Transfer-Encoding: \x0B"
                                              "chunked\r\n",
                                              "0\r\n\r\n")},
        {"TE with space before colon", post("Transfer-Encoding : chunked\r\n", "0\r\n\r\n")},
        {"TE quoted", post("Transfer-Encoding: \"chunked\"\r\n", "0\r\n\r\n")},
        {"TE folded", post("Transfer-Encoding:\r\n chunked\r\n", "0\r\n\r\n")},
        {"TE with parameter", post("Transfer-Encoding: chunked;a=b\r\n", "0\r\n\r\n")},
        {"TE in HTTP/1.0",
         "POST / HTTP/1.0\r\n" + std::string(host) + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n"},
        {"CL twice alike", post("Content-Length: 2\r\nContent-Length: 2\r\n", "ab")},
        {"CL twice unlike", post("Content-Length: 2\r\nContent-Length: 40\r\n", "ab")},
        {"CL list", post("Content-Length: 2, 2\r\n", "ab")},
        {"CL plus", post("Content-Length: +2\r\n", "ab")},
        {"CL minus", post("Content-Length: -2\r\n", "ab")},
        {"CL hexadecimal", post("Content-Length: 0x2\r\n", "ab")},
        {"CL overflow", post("Content-Length: 18446744073709551618\r\n", "ab")},
        {"CL empty", post("Content-Length:\r\n", "ab")},
        {"CL with blank inside", post("Content-Length: 1 2\r\n", "ab")},
        {"body with GET", get("Content-Length: 2\r\n") + "ab"},
        {"chunked GET", get("Transfer-Encoding: chunked\r\n") + "0\r\n\r\n"},
        {"body with DELETE", "DELETE / HTTP/1.1\r\n" + std::string(host) + "Content-Length: 2\r\n\r\nab"},
        {"body with HEAD", "HEAD / HTTP/1.1\r\n" + std::string(host) + "Content-Length: 2\r\n\r\nab"},
        {"compressed body", post("Content-Encoding: gzip\r\nContent-Length: 2\r\n", "ab")},
    };
}

std::vector<SmugglingCase> about_chunks() {
    const auto chunked = [](std::string_view body) { return post("Transfer-Encoding: chunked\r\n", body); };
    return {
        {"chunk extension", chunked("2;a=b\r\nab\r\n0\r\n\r\n")},
        {"chunk extension with LF", chunked("2;\nab\r\n0\r\n\r\n")},
        {"chunk size with LF", chunked("2\nab\r\n0\r\n\r\n")},
        {"chunk size with blank", chunked("2 \r\nab\r\n0\r\n\r\n")},
        {"chunk size 0x", chunked("0x2\r\nab\r\n0\r\n\r\n")},
        {"chunk size negative", chunked("-2\r\nab\r\n0\r\n\r\n")},
        {"chunk size overflow", chunked("10000000000000002\r\nab\r\n0\r\n\r\n")},
        {"chunk longer than said", chunked("2\r\nabc\r\n0\r\n\r\n")},
        {"chunk ends with LF", chunked("2\r\nab\n0\r\n\r\n")},
        {"trailer", chunked("2\r\nab\r\n0\r\nX-A: b\r\n\r\n")},
        {"trailer announced", post("Trailer: X-A\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n")},
        {"last chunk ends with LF", chunked("0\n\n")},
    };
}

std::vector<SmugglingCase> about_lines() {
    return {
        {"folded header", get("X-A: b\r\n c: d\r\n")},
        {"bare LF lines", "GET / HTTP/1.1\nHost: localhost\n\n"},
        {"bare LF in header", get("X-A: b\nX-C: d\r\n")},
        {"bare CR in header", get("X-A: b\rX-C: d\r\n")},
        {"NUL in header", "GET / HTTP/1.1\r\nHost: localhost\r\nX-A: b" + std::string(1, '\0') + "\r\n\r\n"},
        {"empty line first", "\r\n" + get("")},
        {"header without colon", get("X-A\r\n")},
        {"header without name", get(": a\r\n")},
        {"blank before colon", "GET / HTTP/1.1\r\nHost : localhost\r\n\r\n"},
        {"65 headers",
         [] {
             std::string headers;
             for (int i = 0; i < 64; ++i) headers += "X-A: b\r\n";
             return get(headers);
         }()},
        {"9 KiB of headers", get("X-A: " + std::string(9 * 1024, 'a') + "\r\n"), 431},
    };
}

std::vector<SmugglingCase> about_targets() {
    return {
        {"no Host", "GET / HTTP/1.1\r\n\r\n"},
        {"two Hosts", get("Host: localhost\r\n")},
        {"Host of another", "GET / HTTP/1.1\r\nHost: evil\r\n\r\n", 421},
        {"Host with account", "GET / HTTP/1.1\r\nHost: localhost:80@evil\r\n\r\n", 421},
        {"absolute form", line("GET http://evil/ HTTP/1.1")},
        {"absolute form of ours", line("GET http://localhost/ HTTP/1.1")},
        {"authority form", line("CONNECT localhost:80 HTTP/1.1")},
        {"asterisk form", line("OPTIONS * HTTP/1.1")},
        {"unknown method", line("FOO / HTTP/1.1")},
        {"method in lower case", line("get / HTTP/1.1")},
        {"TRACE", line("TRACE / HTTP/1.1")},
        {"HTTP/0.9", "GET /\r\n\r\n"},
        {"HTTP/2.0", line("GET / HTTP/2.0")},
        {"h2 preface", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"},
        {"two blanks", line("GET  / HTTP/1.1")},
        {"blank in target", line("GET /a b HTTP/1.1")},
        {"bytes over 0x7F in target", line("GET /\xC3\xA9 HTTP/1.1")},
        {"encoded NUL", line("GET /a%00 HTTP/1.1")},
        {"encoded slash", line("GET /a%2Fb HTTP/1.1")},
        {"climbing", line("GET /../etc/passwd HTTP/1.1")},
        {"climbing encoded", line("GET /%2e%2e/etc/passwd HTTP/1.1")},
        {"two slashes", line("GET //evil/ HTTP/1.1")},
        {"fragment", line("GET /#a HTTP/1.1")},
        {"query over 2 KiB", line("GET /?" + std::string(2049, 'a') + " HTTP/1.1")},
        {"unknown expectation", post("Expect: magic\r\nContent-Length: 2\r\n", "ab")},
    };
}

}  // namespace

std::vector<SmugglingCase> smuggling_cases() {
    std::vector<SmugglingCase> cases;
    for (const auto& group : {about_length(), about_chunks(), about_lines(), about_targets()})
        cases.insert(cases.end(), group.begin(), group.end());
    return cases;
}

}  // namespace maillage::test
