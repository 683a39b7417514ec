#pragma once

#include <cstdint>
#include <expected>
#include <string_view>

#include "platform/mail/relay.hpp"

namespace maillage::platform::mail {

struct SendTrouble {
    enum class Why : std::uint8_t {
        unreachable,      // no connection, or one that broke
        no_tls,           // the server offers no STARTTLS, or a certificate that nobody vouches for
        not_signed_in,    // the user or the password of the configuration
        refused_for_now,  // 4xx
        refused           // 5xx
    } why = Why::unreachable;
    int code = 0;  // the server's answer; its text is left out: it quotes addresses
};
// Whether another attempt may end otherwise.
inline bool may_pass_later(const SendTrouble& trouble) { return trouble.why != SendTrouble::Why::refused; }

// Hands one written message to the relay; returns once the relay has taken it over.
std::expected<void, SendTrouble> send(const Relay& relay, const Address& to, std::string_view message);

// Whether the relay answers, agrees on TLS and takes the user: nothing is sent.
std::expected<void, SendTrouble> try_relay(const Relay& relay);

}  // namespace maillage::platform::mail
