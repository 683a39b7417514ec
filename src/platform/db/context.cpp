#include "platform/db/context.hpp"

#include <sodium.h>

#include <chrono>

namespace maillage::platform::db {

std::string signed_context(const Context& context, int backend_pid, std::string_view key) {
    const auto expiry = std::chrono::system_clock::now() + std::chrono::minutes(10);
    std::string acts;
    for (const std::string& act : context.acts) acts.append(acts.empty() ? "" : ",").append(act);
    const std::string payload =
        std::to_string(context.account) + "|" + std::to_string(context.council) + "|" +
        static_cast<char>(context.reach) + "|" + acts + "|" + std::to_string(backend_pid) + "|" +
        std::to_string(std::chrono::duration_cast<std::chrono::seconds>(expiry.time_since_epoch()).count());
    unsigned char mac[crypto_auth_hmacsha256_BYTES];
    crypto_auth_hmacsha256_state state;
    crypto_auth_hmacsha256_init(&state, reinterpret_cast<const unsigned char*>(key.data()), key.size());
    crypto_auth_hmacsha256_update(&state, reinterpret_cast<const unsigned char*>(payload.data()),
                                  payload.size());
    crypto_auth_hmacsha256_final(&state, mac);
    char hex[2 * sizeof mac + 1];
    sodium_bin2hex(hex, sizeof hex, mac, sizeof mac);
    return payload + "|" + hex;
}

}  // namespace maillage::platform::db
