#include "platform/webauthn/ceremony.hpp"

#include "platform/crypto/hash.hpp"
#include "platform/webauthn/authenticator_data.hpp"
#include "platform/webauthn/client_data.hpp"
#include "platform/webauthn/cose_key.hpp"

namespace maillage::platform::webauthn {
namespace {

// § 7.1 steps 13 to 15, § 7.2 steps 15 to 17; Level 3 for the copies.
std::optional<Refusal> refused_data(const Expected& expected, const AuthenticatorData& data) {
    if (data.rp_id_hash != crypto::sha256(expected.rp_id)) return Refusal::rp_id;
    if (!data.user_present) return Refusal::not_present;
    if (!data.user_verified) return Refusal::not_verified;
    if (data.backed_up && !data.backup_eligible) return Refusal::backup;
    return std::nullopt;
}

std::optional<CoseKey> key_of(std::string_view public_key) {
    std::size_t size = 0;
    auto key = read_cose_key(public_key, size);
    return size == public_key.size() ? std::move(key) : std::nullopt;
}

}  // namespace

std::expected<NewCredential, Refusal> registered(const Expected& expected, std::string_view client_data,
                                                 std::string_view attestation_object) {
    if (const auto refused = refused_client_data(expected, "webauthn.create", client_data))
        return std::unexpected(*refused);
    const auto bytes = read_attestation_object(attestation_object);
    const auto data = bytes ? read_authenticator_data(*bytes) : std::nullopt;
    if (!data || !data->credential) return std::unexpected(Refusal::malformed);
    if (const auto refused = refused_data(expected, *data)) return std::unexpected(*refused);
    const auto key = key_of(data->credential->public_key);
    if (!key || !usable(*key)) return std::unexpected(Refusal::algorithm);
    return NewCredential{.id = std::string(data->credential->id),
                         .public_key = std::string(data->credential->public_key),
                         .sign_count = data->sign_count,
                         .backup_eligible = data->backup_eligible,
                         .backed_up = data->backed_up};
}

std::expected<Seen, Refusal> asserted(const Expected& expected, const Known& known,
                                      const Assertion& assertion) {
    if (const auto refused = refused_client_data(expected, "webauthn.get", assertion.client_data))
        return std::unexpected(*refused);
    const auto data = read_authenticator_data(assertion.authenticator_data);
    if (!data || data->credential) return std::unexpected(Refusal::malformed);
    if (const auto refused = refused_data(expected, *data)) return std::unexpected(*refused);
    // A credential never begins or ceases to be one that can be copied.
    if (data->backup_eligible != known.backup_eligible) return std::unexpected(Refusal::backup);
    const auto key = key_of(known.public_key);
    if (!key) return std::unexpected(Refusal::algorithm);
    const std::string signed_bytes = assertion.authenticator_data + crypto::sha256(assertion.client_data);
    if (!verifies(*key, signed_bytes, assertion.signature)) return std::unexpected(Refusal::signature);
    // After the signature: only who holds the key can say a wrong count. Zero and zero: it does not count.
    if ((data->sign_count != 0 || known.sign_count != 0) && data->sign_count <= known.sign_count)
        return std::unexpected(Refusal::sign_count);
    return Seen{.sign_count = data->sign_count, .backed_up = data->backed_up};
}

}  // namespace maillage::platform::webauthn
