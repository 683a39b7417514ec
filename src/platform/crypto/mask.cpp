#include "platform/crypto/mask.hpp"

#include "platform/crypto/bytes.hpp"
#include "platform/crypto/random.hpp"

namespace maillage::platform::crypto {
namespace {

std::string combined(std::string_view a, std::string_view b) {
    std::string out(a);
    for (std::size_t i = 0; i < out.size(); ++i) out[i] = static_cast<char>(out[i] ^ b[i]);
    return out;
}

}  // namespace

std::string masked(std::string_view secret) {
    const std::string bytes = from_hex(secret).value_or("");
    const std::string mask = random_bytes(bytes.size());
    return hex(mask + combined(bytes, mask));
}

std::string unmasked(std::string_view token) {
    const std::string both = from_hex(token).value_or("");
    if (both.empty() || both.size() % 2 != 0) return {};
    const std::string_view halves = both;
    return hex(combined(halves.substr(0, both.size() / 2), halves.substr(both.size() / 2)));
}

}  // namespace maillage::platform::crypto
