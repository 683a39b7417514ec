#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "platform/http/message.hpp"

// A small blocking client over plain sockets: what journeys speak HTTP with. It does nothing on its own but
// keep cookies; a broken answer or a timeout throws std::runtime_error, which fails the test.
namespace maillage::test {

// One TCP connection, byte by byte: for tests that send what no client would.
class RawConnection {
 public:
    explicit RawConnection(std::uint16_t port);
    ~RawConnection();
    RawConnection(RawConnection&& other) noexcept;
    RawConnection(const RawConnection&) = delete;
    RawConnection& operator=(const RawConnection&) = delete;

    // False when the server closed meanwhile.
    bool send(std::string_view bytes);
    // No more bytes will come from us; the answer can still be read.
    void finish_sending();
    // What arrives until the server closes or `patience` passes.
    std::string read_all(std::chrono::milliseconds patience = std::chrono::seconds(5));
    // What arrives until `mark` has come; throws when it never does.
    std::string read_until(std::string_view mark,
                           std::chrono::milliseconds patience = std::chrono::seconds(5));
    std::string read_exactly(std::size_t count, std::chrono::milliseconds patience = std::chrono::seconds(5));
    // True once the server closed and nothing is left to read.
    bool is_closed(std::chrono::milliseconds patience = std::chrono::seconds(5));

 private:
    bool receive(std::chrono::steady_clock::time_point until);

    int socket_ = -1;
    std::string pending_;
    bool ended_ = false;
};

struct HttpAnswer {
    int status = 0;
    platform::http::Fields headers;  // names in lower case
    std::string body;
    std::string path;  // where it was found, after redirections

    std::string header(std::string_view name) const { return std::string(headers.get(name)); }
};

// The first answer found in raw bytes, and how many answers they hold.
HttpAnswer parse_answer(std::string_view bytes);
std::size_t count_answers(std::string_view bytes);

struct FilePart {
    std::string field, name, type, bytes;
};
using Pairs = std::vector<std::pair<std::string, std::string>>;

enum class Redirects { follow, stop };

// One visitor: a connection per request, cookies kept between them.
class HttpClient {
 public:
    explicit HttpClient(std::uint16_t port, std::string host = "localhost")
        : port_(port), host_(std::move(host)) {}

    HttpAnswer get(const std::string& path, Redirects redirects = Redirects::follow);
    HttpAnswer head(const std::string& path);
    // As a browser sends our own forms: origin, sec-fetch-site.
    HttpAnswer post(const std::string& path, const Pairs& form, Redirects redirects = Redirects::follow);
    HttpAnswer post_files(const std::string& path, const Pairs& form, const std::vector<FilePart>& files,
                          Redirects redirects = Redirects::follow);
    HttpAnswer send(const std::string& method, const std::string& path, const Pairs& headers = {},
                    const std::string& body = {});

    // Sent with every request from now on; an empty value takes it away.
    void set_header(const std::string& name, const std::string& value);
    std::string cookie(const std::string& name) const;
    void set_cookie(const std::string& name, const std::string& value) { cookies_[name] = value; }
    void forget_cookies() { cookies_.clear(); }
    std::string origin() const { return "http://" + host_ + ":" + std::to_string(port_); }

 private:
    HttpAnswer followed(HttpAnswer answer, Redirects redirects);
    HttpAnswer post_body(const std::string& path, const std::string& type, const std::string& body,
                         Redirects redirects);
    void keep_cookies(const HttpAnswer& answer);

    std::uint16_t port_;
    std::string host_;
    std::map<std::string, std::string> cookies_, headers_;
};

}  // namespace maillage::test
