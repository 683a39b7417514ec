#pragma once

#include <openssl/evp.h>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "platform/webauthn/cose_key.hpp"

// An authenticator and its browser, as far as tests need them: keys made on the spot, CBOR written by hand.
// What it writes can be bent, to see it refused.
namespace maillage::test {

// CBOR, one item each.
std::string cbor_number(std::int64_t value);
std::string cbor_bytes(std::string_view bytes);
std::string cbor_text(std::string_view text);
std::string cbor_map(unsigned entries);

struct Flags {
    bool present = true, verified = true, eligible = false, backed_up = false;
};
// What a ceremony is asked for with, and what its browser answers.
struct Asked {
    std::string challenge;  // as the page gives it, base64url
    std::string rp_id = "localhost", origin = "http://localhost";
    std::string more = R"(,"crossOrigin":false)";  // of the client data
};
struct Created {
    std::string client_data, attestation_object;
};
struct Proved {
    std::string client_data, authenticator_data, signature;
};

class SoftAuthenticator {
 public:
    explicit SoftAuthenticator(
        platform::webauthn::Algorithm algorithm = platform::webauthn::Algorithm::es256);

    Created create(const Asked& asked);
    // Counts one more each time, unless it is one that does not count.
    Proved prove(const Asked& asked);

    std::string cose_key() const;
    // As create() signs it into the attestation object.
    std::string authenticator_data(const Asked& asked, bool with_credential) const;
    std::string sign(std::string_view message) const;

    std::string id, user_handle;  // bytes
    std::uint32_t count = 0;
    bool counts = true;
    Flags flags;
    std::string extensions;  // CBOR; empty for none

 private:
    platform::webauthn::Algorithm algorithm_;
    std::shared_ptr<EVP_PKEY> key_;
};

std::string client_data_of(std::string_view type, const Asked& asked);
std::string attestation_object_of(std::string_view authenticator_data);

}  // namespace maillage::test
