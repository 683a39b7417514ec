#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "platform/crypto/random.hpp"

// A value that the database keeps and cannot read: XChaCha20-Poly1305 under a key derived from a secret of
// the installation. `place` ("identity.totp/17") is bound to it: moved elsewhere, it opens no more.
namespace maillage::platform::crypto {

struct Place {
    std::string_view secret, name;
};
std::string sealed(const Place& place, std::string_view clear, const Randomness& random);
// Nothing when it was changed, moved, or sealed with another secret.
std::optional<std::string> opened(const Place& place, std::string_view bytes);

}  // namespace maillage::platform::crypto
