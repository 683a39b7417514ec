#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "platform/mail/relay.hpp"

namespace maillage::test {

// tests/support/mail_server.py on a port of its own, and what it took. It ends with this object.
class MailServer {
 public:
    struct Options {
        std::int64_t port = 0;                  // 0: a free one
        std::vector<std::string> answers = {};  // to one RCPT after the other: {"451"}; then 250
        bool tls = false;
        std::string user = {}, password = {};
    };
    MailServer() : MailServer(Options()) {}
    explicit MailServer(const Options& options);
    ~MailServer();
    MailServer(const MailServer&) = delete;
    MailServer& operator=(const MailServer&) = delete;

    std::int64_t port() const { return port_; }
    std::string authority() const { return folder_ / "ca.pem"; }
    // What was taken so far, as a reader of mails understands it: JSON, in order.
    std::vector<std::string> taken() const;
    // The same, as it came over the line.
    std::vector<std::string> raw() const;

 private:
    std::vector<std::string> files(const std::string& ending) const;

    std::filesystem::path folder_;
    int process_ = -1, to_it_ = -1;
    std::int64_t port_ = 0;
};

// A relay at 127.0.0.1 as the configuration of a city could name it.
platform::mail::Relay relay_at(std::int64_t port);
// A port on which nobody listens now.
std::int64_t free_port();

}  // namespace maillage::test
