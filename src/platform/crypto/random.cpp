#include "platform/crypto/random.hpp"

#include <sodium.h>

#include "foundation/check.hpp"
#include "platform/crypto/bytes.hpp"

namespace maillage::platform::crypto {

std::string random_bytes(std::size_t count) {
    foundation::check(sodium_init() >= 0, "the system gives no randomness");
    std::string bytes(count, '\0');
    randombytes_buf(bytes.data(), bytes.size());
    return bytes;
}

std::string random_hex(std::size_t count) { return hex(random_bytes(count)); }

}  // namespace maillage::platform::crypto
