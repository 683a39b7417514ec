#include "platform/mail/relay.hpp"

#include <algorithm>

#include "platform/config/secret_file.hpp"

namespace maillage::platform::mail {
namespace {

// A name or an address of the internet, nothing that would change the meaning of an URL.
bool is_host(std::string_view host) {
    return host.size() <= 253 && std::ranges::all_of(host, [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                      c == '.' || c == '-' || c == ':';
           });
}

bool is_this_machine(std::string_view host) {
    return host == "localhost" || host == "::1" || host.starts_with("127.");
}

}  // namespace

std::expected<std::optional<Relay>, RelayRefusal> relay_of(const config::Configuration& configuration) {
    const auto& keys = configuration.mail;
    if (keys.host.empty()) return std::nullopt;
    if (!is_host(keys.host)) return std::unexpected(RelayRefusal::bad_host);
    const auto from = Address::create(keys.from);
    const auto from_name = HeaderText::create(keys.from_name);
    if (!from || !from_name) return std::unexpected(RelayRefusal::bad_from);
    const auto site = SiteAddress::create(keys.site);
    if (!site) return std::unexpected(RelayRefusal::bad_site);
    if (!keys.starttls && !is_this_machine(keys.host)) return std::unexpected(RelayRefusal::tls_needed);
    std::string password;
    if (!keys.user.empty()) {
        // A password that somebody else chose: of any length.
        const auto secret = config::read_secret_file(keys.password_file, 1);
        if (!secret) return std::unexpected(RelayRefusal::bad_password_file);
        password = *secret;
    }
    return Relay{.host = keys.host,
                 .port = keys.port,
                 .tls = keys.starttls ? Relay::Tls::required : Relay::Tls::none,
                 .ca_file = keys.ca_file,
                 .user = keys.user,
                 .password = std::move(password),
                 .from = *from,
                 .from_name = *from_name,
                 .site = *site};
}

}  // namespace maillage::platform::mail
