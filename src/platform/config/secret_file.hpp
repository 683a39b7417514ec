#pragma once

#include <cstdint>
#include <expected>
#include <string>

namespace maillage::platform::config {

enum class SecretRefusal : std::uint8_t {
    not_readable,
    not_a_file,
    open_to_others,  // its group or everyone may read it: chmod 600
    too_short,       // under 32 bytes: not enough to be a secret
    too_long         // over 4096 bytes: not a secret
};

// The content of a secret's file, without the line end an editor adds.
std::expected<std::string, SecretRefusal> read_secret_file(const std::string& path);

}  // namespace maillage::platform::config
