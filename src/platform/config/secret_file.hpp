#pragma once

#include <cstdint>
#include <expected>
#include <string>

namespace maillage::platform::config {

enum class SecretRefusal : std::uint8_t {
    not_readable,
    not_a_file,
    open_to_others,  // its group or everyone may read it: chmod 600
    too_short,       // fewer bytes than asked for
    too_long         // over 4096 bytes: not a secret
};

// Fewer are not enough to be a key.
inline constexpr std::size_t least_bytes_of_a_key = 32;

// The content of a secret's file, without the line end an editor adds.
std::expected<std::string, SecretRefusal> read_secret_file(const std::string& path,
                                                           std::size_t least_bytes = least_bytes_of_a_key);

}  // namespace maillage::platform::config
