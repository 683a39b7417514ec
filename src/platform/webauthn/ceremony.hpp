#pragma once

#include <cstdint>
#include <expected>
#include <string>
#include <string_view>

// Registering a passkey and proving that one holds it: the checks of WebAuthn Level 2 § 7.1 and § 7.2, with
// user verification required and no attestation. Every input is of an unknown browser.
namespace maillage::platform::webauthn {

// What this ceremony was asked for with.
struct Expected {
    std::string challenge;  // its bytes
    std::string rp_id;      // "maillage.laval.example"
    std::string origin;     // "https://maillage.laval.example"
};

enum class Refusal {
    malformed,     // something that is not what browsers and authenticators write
    ceremony,      // made for the other ceremony
    challenge,     // not the one of this page
    origin,        // made on another site, or in a frame of one
    rp_id,         // a passkey of another site
    not_present,   // nobody touched the authenticator
    not_verified,  // neither finger nor code
    backup,        // says that it is copied and cannot be
    algorithm,     // a key of another kind
    signature,     // not by the key we know
    sign_count,    // a copy of the authenticator has signed more
};

struct NewCredential {
    std::string id, public_key;
    std::uint32_t sign_count = 0;
    bool backup_eligible = false, backed_up = false;
};
std::expected<NewCredential, Refusal> registered(const Expected& expected, std::string_view client_data,
                                                 std::string_view attestation_object);

// What we keep of a credential.
struct Known {
    std::string public_key;
    std::uint32_t sign_count = 0;
    bool backup_eligible = false;
};
struct Assertion {
    std::string client_data, authenticator_data, signature;
};
struct Seen {
    std::uint32_t sign_count = 0;
    bool backed_up = false;
};
std::expected<Seen, Refusal> asserted(const Expected& expected, const Known& known,
                                      const Assertion& assertion);

}  // namespace maillage::platform::webauthn
