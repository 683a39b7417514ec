#include "platform/webauthn/cose_key.hpp"

#include <map>

#include "platform/webauthn/cbor.hpp"

namespace maillage::platform::webauthn {
namespace {

// Labels and values of RFC 9052 § 7.1, RFC 9053 § 2 and 7, RFC 8230 § 4.
constexpr std::int64_t key_type = 1, algorithm = 3, minus_one = -1, minus_two = -2, minus_three = -3;
constexpr std::int64_t octet_key_pair = 1, elliptic_curve = 2, rsa = 3;
constexpr std::int64_t es256 = -7, eddsa = -8, rs256 = -257;
constexpr std::int64_t p_256 = 1, ed25519 = 6;
constexpr std::size_t coordinate_bytes = 32, smallest_modulus = 256, largest_modulus = 512;
constexpr std::uint64_t most_parameters = 5;
constexpr std::string_view exponent{"\x01\x00\x01", 3};

struct Parameters {
    std::map<std::int64_t, std::int64_t> numbers;
    std::map<std::int64_t, std::string_view> strings;

    bool is(std::int64_t label, std::int64_t value) const {
        const auto found = numbers.find(label);
        return found != numbers.end() && found->second == value;
    }
    std::string string(std::int64_t label) const {
        const auto found = strings.find(label);
        return found == strings.end() ? std::string() : std::string(found->second);
    }
    bool has(std::size_t how_many_numbers, std::size_t how_many_strings) const {
        return numbers.size() == how_many_numbers && strings.size() == how_many_strings;
    }
};

// Each parameter once: a number or a string of bytes.
bool read_one(CborReader& reader, Parameters& read) {
    const auto label = reader.integer();
    if (!label || read.numbers.contains(*label) || read.strings.contains(*label)) return false;
    CborReader ahead = reader;
    if (const auto number = ahead.integer()) {
        read.numbers.emplace(*label, *number);
        reader = ahead;
        return true;
    }
    const auto string = reader.bytes();
    if (string) read.strings.emplace(*label, *string);
    return string.has_value();
}

std::optional<CoseKey> key_of(const Parameters& read) {
    CoseKey key;
    if (read.is(key_type, elliptic_curve) && read.is(algorithm, es256) && read.is(minus_one, p_256)) {
        key = {.algorithm = Algorithm::es256,
               .x = read.string(minus_two),
               .y = read.string(minus_three),
               .modulus = {}};
        const bool whole = key.x.size() == coordinate_bytes && key.y.size() == coordinate_bytes;
        return whole && read.has(3, 2) ? std::optional(std::move(key)) : std::nullopt;
    }
    if (read.is(key_type, octet_key_pair) && read.is(algorithm, eddsa) && read.is(minus_one, ed25519)) {
        key = {.algorithm = Algorithm::eddsa, .x = read.string(minus_two), .y = {}, .modulus = {}};
        return key.x.size() == coordinate_bytes && read.has(3, 1) ? std::optional(std::move(key))
                                                                  : std::nullopt;
    }
    if (read.is(key_type, rsa) && read.is(algorithm, rs256) && read.string(minus_two) == exponent) {
        key = {.algorithm = Algorithm::rs256, .x = {}, .y = {}, .modulus = read.string(minus_one)};
        const std::size_t size = key.modulus.size();
        const bool whole = size >= smallest_modulus && size <= largest_modulus &&
                           (static_cast<unsigned char>(key.modulus.front()) & 0x80U) != 0;
        return whole && read.has(2, 2) ? std::optional(std::move(key)) : std::nullopt;
    }
    return std::nullopt;
}

}  // namespace

std::optional<CoseKey> read_cose_key(std::string_view bytes, std::size_t& size) {
    CborReader reader(bytes);
    const auto entries = reader.map();
    if (!entries || *entries > most_parameters) return std::nullopt;
    Parameters read;
    for (std::uint64_t i = 0; i < *entries; ++i)
        if (!read_one(reader, read)) return std::nullopt;
    size = bytes.size() - reader.rest().size();
    return size <= longest_cose_key ? key_of(read) : std::nullopt;
}

}  // namespace maillage::platform::webauthn
