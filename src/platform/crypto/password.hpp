#pragma once

#include <cstddef>
#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <string_view>

#include "platform/crypto/bounded_gate.hpp"
#include "platform/crypto/random.hpp"
#include "platform/crypto/secret_key.hpp"

// Passwords by Argon2id (RFC 9106; OWASP ASVS 5.0, V11.4.2). One hash gives a 32-byte master, never kept;
// from it come a verifier, of which only the BLAKE2b is stored, and the key that unwraps the account's own
// keys. Hence a dump of the database neither signs in nor opens anything.
namespace maillage::platform::crypto {

struct PasswordCost {
    std::uint64_t passes = 3;
    std::size_t memory_bytes = std::size_t{64} << 20U;
    friend bool operator==(const PasswordCost&, const PasswordCost&) = default;
};

// What the account's row keeps: three columns, or one text through as_text().
struct PasswordRecord {
    PasswordCost cost;
    std::string salt;           // 16 bytes
    std::string verifier_hash;  // 32 bytes
};
// "argon2id$3$67108864$<salt>$<verifier hash>", both in base64url.
std::string as_text(const PasswordRecord& record);
std::optional<PasswordRecord> parse_password_record(std::string_view text);

enum class PasswordRefusal : std::uint8_t {
    wrong,  // or no such account: the caller cannot tell
    busy    // the queue is full: 503 + Retry-After
};

struct NewPassword {
    PasswordRecord record;
    SecretKey unwrap_key;
};
struct Recognised {
    SecretKey unwrap_key;
    bool outdated;  // hashed at another cost than today's: hash again while the password is at hand
};

// At most `at_once` hashes run together, `queue` wait, the others are turned away. One per process.
struct PasswordHasherOptions {
    PasswordCost cost;  // of new hashes; tests pass a small one
    unsigned at_once = 2;
    unsigned queue = 16;
};
class PasswordHasher {
 public:
    PasswordHasher(PasswordHasherOptions options, Randomness random);

    std::expected<NewPassword, PasswordRefusal> hash(std::string_view password);
    std::expected<Recognised, PasswordRefusal> verify(std::string_view password,
                                                      const PasswordRecord& record);
    // Takes the time of a verification and refuses: for a name that no account has.
    PasswordRefusal verify_nobody(std::string_view password);

 private:
    PasswordHasherOptions options_;
    Randomness random_;
    PasswordRecord nobody_;
    BoundedGate gate_;
};

}  // namespace maillage::platform::crypto
