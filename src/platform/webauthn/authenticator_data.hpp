#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

// What an authenticator says and signs (WebAuthn Level 2 § 6.1).
namespace maillage::platform::webauthn {

struct AttestedCredential {
    std::string_view id;          // 16 to 1023 bytes
    std::string_view public_key;  // as it was written: a COSE key
};

struct AuthenticatorData {
    std::string_view rp_id_hash;  // 32 bytes
    bool user_present = false, user_verified = false;
    bool backup_eligible = false, backed_up = false;
    std::uint32_t sign_count = 0;
    std::optional<AttestedCredential> credential = {};
};

inline constexpr std::size_t shortest_credential_id = 16, longest_credential_id = 1023;

// The parts, which point into `bytes`. Nothing when a byte is missing, or one is left over.
std::optional<AuthenticatorData> read_authenticator_data(std::string_view bytes);
// The authenticator data of an attestation object whose statement is "none": what we ask for (§ 6.5, § 8.7).
std::optional<std::string_view> read_attestation_object(std::string_view bytes);

}  // namespace maillage::platform::webauthn
