#include "platform/webauthn/authenticator_data.hpp"

#include "platform/webauthn/cbor.hpp"
#include "platform/webauthn/cose_key.hpp"

namespace maillage::platform::webauthn {
namespace {

constexpr std::size_t hash_bytes = 32, flags_at = 32, count_at = 33, fixed_bytes = 37, aaguid_bytes = 16;
constexpr unsigned present = 0x01, verified = 0x04, eligible = 0x08, backed = 0x10, attested = 0x40,
                   extended = 0x80;

std::uint64_t number(std::string_view bytes) {
    std::uint64_t value = 0;
    for (const char c : bytes) value = (value << 8U) | static_cast<unsigned char>(c);
    return value;
}

// The model of the authenticator (which we do not look at), the length of the id, the id, the key.
std::optional<AttestedCredential> read_credential(std::string_view& rest) {
    constexpr std::size_t head = aaguid_bytes + 2;
    if (rest.size() < head) return std::nullopt;
    const std::size_t size = number(rest.substr(aaguid_bytes, 2));
    if (size < shortest_credential_id || size > longest_credential_id || rest.size() < head + size)
        return std::nullopt;
    AttestedCredential read{.id = rest.substr(head, size), .public_key = {}};
    rest.remove_prefix(head + size);
    std::size_t taken = 0;
    if (!read_cose_key(rest, taken)) return std::nullopt;
    read.public_key = rest.substr(0, taken);
    rest.remove_prefix(taken);
    return read;
}

// A map of extensions, of which none is read here.
bool pass_extensions(std::string_view& rest) {
    CborReader reader(rest);
    CborReader ahead = reader;
    if (!ahead.map() || !reader.skip()) return false;
    rest = reader.rest();
    return true;
}

}  // namespace

std::optional<AuthenticatorData> read_authenticator_data(std::string_view bytes) {
    if (bytes.size() < fixed_bytes) return std::nullopt;
    const auto flags = static_cast<unsigned char>(bytes[flags_at]);
    AuthenticatorData read{.rp_id_hash = bytes.substr(0, hash_bytes),
                           .user_present = (flags & present) != 0,
                           .user_verified = (flags & verified) != 0,
                           .backup_eligible = (flags & eligible) != 0,
                           .backed_up = (flags & backed) != 0,
                           .sign_count = static_cast<std::uint32_t>(number(bytes.substr(count_at, 4)))};
    std::string_view rest = bytes.substr(fixed_bytes);
    if ((flags & attested) != 0) {
        read.credential = read_credential(rest);
        if (!read.credential) return std::nullopt;
    }
    if ((flags & extended) != 0 && !pass_extensions(rest)) return std::nullopt;
    return rest.empty() ? std::optional(read) : std::nullopt;
}

std::optional<std::string_view> read_attestation_object(std::string_view bytes) {
    CborReader reader(bytes);
    if (reader.map() != 3) return std::nullopt;
    std::optional<std::string_view> format, data;
    std::optional<std::uint64_t> statement;
    for (int i = 0; i < 3; ++i) {
        const auto name = reader.text();
        if (name == "fmt" && !format)
            format = reader.text();
        else if (name == "attStmt" && !statement)
            statement = reader.map();
        else if (name == "authData" && !data)
            data = reader.bytes();
        else
            return std::nullopt;
        // A statement with entries would be read as the entries of the object.
        if (statement.value_or(0) != 0) return std::nullopt;
    }
    if (format != "none" || statement != 0 || !reader.rest().empty()) return std::nullopt;
    return data;
}

}  // namespace maillage::platform::webauthn
