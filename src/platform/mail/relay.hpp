#pragma once

#include <cstdint>
#include <expected>
#include <optional>
#include <string>

#include "platform/config/configuration.hpp"
#include "platform/mail/address.hpp"
#include "platform/mail/header.hpp"

namespace maillage::platform::mail {

// The server that takes our mails, and in whose name they go.
struct Relay {
    enum class Tls : std::uint8_t { required, none };
    std::string host;
    std::int64_t port = 587;
    Tls tls = Tls::required;
    std::string ca_file;         // of a city that signs its own certificates; empty: the system's authorities
    std::string user, password;  // no user: no authentication
    Address from;
    HeaderText from_name;
    SiteAddress site;
};

// What is wrong with the keys `mail.*` together; each has its words and what to do.
enum class RelayRefusal : std::uint8_t {
    bad_host,
    bad_from,
    bad_site,
    tls_needed,  // without STARTTLS, this machine alone
    bad_password_file
};

// No relay when mail.host is empty: this installation sends no mail.
std::expected<std::optional<Relay>, RelayRefusal> relay_of(const config::Configuration& configuration);

}  // namespace maillage::platform::mail
