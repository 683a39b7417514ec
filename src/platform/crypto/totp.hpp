#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "foundation/instant.hpp"

// One-time passwords of an authenticator application (RFC 6238): six digits that change every 30 seconds, by
// HMAC-SHA-1, which is what all of them compute. SHA-1 is no weakness here: nobody chooses what it hashes.
namespace maillage::platform::crypto {

inline constexpr std::size_t totp_secret_bytes = 20;  // RFC 4226 § 4, R6: 160 bits are recommended

// HMAC-SHA-1, 20 bytes. For one-time passwords alone.
std::string hmac_sha1(std::string_view key, std::string_view message);
// RFC 4226 § 5.3 for the counter `step`, with leading zeros.
std::string one_time_password(std::string_view secret, std::int64_t step, int digits = 6);
// The number of the 30 seconds in which `moment` is.
std::int64_t totp_step(foundation::Instant moment);
// The step whose password was typed, if it is the present one or a neighbour (a clock may be off) and comes
// after `last_step`: each is taken once (RFC 6238 § 5.2). Spaces between digits do not count.
std::optional<std::int64_t> accepted_step(std::string_view secret, std::string_view typed,
                                          foundation::Instant now, std::int64_t last_step);

// RFC 4648 § 6 without padding: how people type a secret into an application.
std::string base32(std::string_view bytes);

}  // namespace maillage::platform::crypto
