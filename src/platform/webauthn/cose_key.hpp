#pragma once

#include <optional>
#include <string>
#include <string_view>

// The public key of a credential as authenticators write it (RFC 9053): ES256 on P-256, EdDSA on Ed25519,
// RS256 with 2048 to 4096 bits and the exponent 65537. Exactly the parameters of the kind, each once.
namespace maillage::platform::webauthn {

enum class Algorithm { es256, eddsa, rs256 };

struct CoseKey {
    Algorithm algorithm = Algorithm::es256;
    std::string x, y;     // es256: both coordinates; eddsa: x alone
    std::string modulus;  // rs256
};

inline constexpr std::size_t longest_cose_key = 600;

// The key at the start of `bytes`; `size` becomes the number of bytes it takes.
std::optional<CoseKey> read_cose_key(std::string_view bytes, std::size_t& size);
// Whether this is a signature of `message` under the key. A key that is none (a point off the curve) signs
// nothing.
bool verifies(const CoseKey& key, std::string_view message, std::string_view signature);
// Whether the key is one at all: what is kept can verify something.
bool usable(const CoseKey& key);

}  // namespace maillage::platform::webauthn
