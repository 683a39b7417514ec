#include <sodium.h>

#include "foundation/text.hpp"
#include "foundation/whole_number.hpp"
#include "platform/crypto/bytes.hpp"
#include "platform/crypto/password.hpp"

namespace maillage::platform::crypto {
namespace {

constexpr std::string_view kind = "argon2id";
// Beyond this a record was not written by us, and would let a changed row take all the memory.
constexpr std::uint64_t most_passes = 64, most_memory_bytes = std::uint64_t{1} << 30U;

}  // namespace

std::string as_text(const PasswordRecord& record) {
    return std::string(kind) + '$' + std::to_string(record.cost.passes) + '$' +
           std::to_string(record.cost.memory_bytes) + '$' + base64url(record.salt) + '$' +
           base64url(record.verifier_hash);
}

std::optional<PasswordRecord> parse_password_record(std::string_view text) {
    const auto parts = foundation::split(text, '$');
    if (parts.size() != 5 || parts[0] != kind) return std::nullopt;
    const auto passes = foundation::whole_number<std::uint64_t>(parts[1]);
    const auto memory = foundation::whole_number<std::uint64_t>(parts[2]);
    const auto salt = from_base64url(parts[3]);
    const auto verifier = from_base64url(parts[4]);
    if (!passes || !memory || !salt || !verifier) return std::nullopt;
    if (*passes < crypto_pwhash_OPSLIMIT_MIN || *passes > most_passes) return std::nullopt;
    if (*memory < crypto_pwhash_MEMLIMIT_MIN || *memory > most_memory_bytes) return std::nullopt;
    if (salt->size() != crypto_pwhash_SALTBYTES || verifier->size() != 32) return std::nullopt;
    return PasswordRecord{
        .cost = {.passes = *passes, .memory_bytes = *memory}, .salt = *salt, .verifier_hash = *verifier};
}

}  // namespace maillage::platform::crypto
