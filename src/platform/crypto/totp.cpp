#include "platform/crypto/totp.hpp"

#include <openssl/evp.h>
#include <openssl/hmac.h>

#include "foundation/check.hpp"
#include "platform/crypto/hash.hpp"

namespace maillage::platform::crypto {
namespace {

constexpr std::int64_t step_seconds = 30;

}  // namespace

std::string hmac_sha1(std::string_view key, std::string_view message) {
    std::string mac(20, '\0');
    unsigned length = 0;
    const unsigned char* made = HMAC(EVP_sha1(), key.data(), static_cast<int>(key.size()),
                                     reinterpret_cast<const unsigned char*>(message.data()), message.size(),
                                     reinterpret_cast<unsigned char*>(mac.data()), &length);
    foundation::check(made != nullptr && length == mac.size(), "OpenSSL computes no HMAC");
    return mac;
}

std::string one_time_password(std::string_view secret, std::int64_t step, int digits) {
    std::string counter(8, '\0');
    for (std::size_t i = 0; i < counter.size(); ++i)
        counter[i] = static_cast<char>(static_cast<std::uint64_t>(step) >> (8 * (counter.size() - 1 - i)));
    const std::string mac = hmac_sha1(secret, counter);
    const auto byte = [&](std::size_t at) {
        return static_cast<std::uint32_t>(static_cast<unsigned char>(mac[at]));
    };
    const std::size_t offset = byte(mac.size() - 1) & 0xfU;
    std::uint32_t value = ((byte(offset) & 0x7fU) << 24U) | (byte(offset + 1) << 16U) |
                          (byte(offset + 2) << 8U) | byte(offset + 3);
    std::string text(static_cast<std::size_t>(digits), '0');
    for (std::size_t i = text.size(); i-- > 0; value /= 10) text[i] = static_cast<char>('0' + value % 10);
    return text;
}

std::int64_t totp_step(foundation::Instant moment) {
    return std::chrono::floor<std::chrono::seconds>(moment).time_since_epoch().count() / step_seconds;
}

std::optional<std::int64_t> accepted_step(std::string_view secret, std::string_view typed,
                                          foundation::Instant now, std::int64_t last_step) {
    std::string digits;
    for (const char c : typed)
        if (c != ' ') digits += c;
    std::optional<std::int64_t> accepted;
    // All three are computed whatever was typed: the time taken tells nothing.
    for (std::int64_t step = totp_step(now) - 1; step <= totp_step(now) + 1; ++step)
        if (equal_in_constant_time(digits, one_time_password(secret, step)) && step > last_step && !accepted)
            accepted = step;
    return accepted;
}

std::string base32(std::string_view bytes) {
    constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    std::string text;
    std::uint32_t kept = 0;
    unsigned bits = 0;
    for (const char c : bytes) {
        kept = (kept << 8U) | static_cast<unsigned char>(c);
        for (bits += 8; bits >= 5; bits -= 5) text += alphabet[(kept >> (bits - 5)) & 31U];
        kept &= (1U << bits) - 1;
    }
    if (bits > 0) text += alphabet[(kept << (5 - bits)) & 31U];
    return text;
}

}  // namespace maillage::platform::crypto
