#include "platform/crypto/password.hpp"

#include <sodium.h>

#include <new>

#include "foundation/check.hpp"
#include "platform/crypto/hash.hpp"

namespace maillage::platform::crypto {
namespace {

// Eight characters that keep these keys apart from those of any other use of the same master.
constexpr char purpose[] = "mlgpassw";
static_assert(sizeof purpose == crypto_kdf_CONTEXTBYTES + 1);
static_assert(SecretKey::size == crypto_kdf_KEYBYTES);
enum Subkey : std::uint64_t { verifier_key = 1, unwrap_key = 2 };

SecretKey master_of(std::string_view password, const PasswordRecord& record) {
    SecretKey master;
    const int failed =
        crypto_pwhash(master.bytes().data(), SecretKey::size, password.data(), password.size(),
                      reinterpret_cast<const unsigned char*>(record.salt.data()), record.cost.passes,
                      record.cost.memory_bytes, crypto_pwhash_ALG_ARGON2ID13);
    if (failed != 0) throw std::bad_alloc();  // the only way it fails with a record that was checked
    return master;
}

SecretKey derived(const SecretKey& master, Subkey which) {
    SecretKey key;
    crypto_kdf_derive_from_key(key.bytes().data(), SecretKey::size, which, purpose, master.bytes().data());
    return key;
}

std::string verifier_hash(const SecretKey& master) {
    const SecretKey verifier = derived(master, verifier_key);
    return blake2b({reinterpret_cast<const char*>(verifier.bytes().data()), SecretKey::size});
}

}  // namespace

PasswordHasher::PasswordHasher(PasswordHasherOptions options, Randomness random)
    : options_(options),
      random_(std::move(random)),
      nobody_{.cost = options.cost,
              .salt = random_(crypto_pwhash_SALTBYTES),
              .verifier_hash = std::string(32, '\0')},
      gate_(options.at_once, options.queue) {
    foundation::check(sodium_init() >= 0, "libsodium does not start");
    foundation::check(options.cost.passes >= crypto_pwhash_OPSLIMIT_MIN &&
                          options.cost.memory_bytes >= crypto_pwhash_MEMLIMIT_MIN,
                      "a password cost below what Argon2id allows");
}

std::expected<NewPassword, PasswordRefusal> PasswordHasher::hash(std::string_view password) {
    const auto pass = gate_.enter();
    if (!pass) return std::unexpected(PasswordRefusal::busy);
    PasswordRecord record{
        .cost = options_.cost, .salt = random_(crypto_pwhash_SALTBYTES), .verifier_hash = {}};
    const SecretKey master = master_of(password, record);
    record.verifier_hash = verifier_hash(master);
    return NewPassword{.record = std::move(record), .unwrap_key = derived(master, unwrap_key)};
}

std::expected<Recognised, PasswordRefusal> PasswordHasher::verify(std::string_view password,
                                                                  const PasswordRecord& record) {
    const auto pass = gate_.enter();
    if (!pass) return std::unexpected(PasswordRefusal::busy);
    const SecretKey master = master_of(password, record);
    if (!equal_in_constant_time(verifier_hash(master), record.verifier_hash))
        return std::unexpected(PasswordRefusal::wrong);
    return Recognised{.unwrap_key = derived(master, unwrap_key), .outdated = record.cost != options_.cost};
}

PasswordRefusal PasswordHasher::verify_nobody(std::string_view password) {
    const auto never = verify(password, nobody_);
    return never ? PasswordRefusal::wrong : never.error();
}

}  // namespace maillage::platform::crypto
