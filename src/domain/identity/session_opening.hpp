#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "domain/identity/key_pair_store.hpp"

namespace maillage::identity {

// A sign-in that has given all its proofs.
struct Opening {
    Holder holder;
    std::string_view agent, proof;  // "password", "code", "recovery_code", "passkey", "provider"
    std::int64_t failures = 0;      // before this attempt
    std::optional<SecretKey> secret = {};
    std::optional<std::string> provider_token = {};  // sealed; of a sign-in by the identity provider
};
// The token of the session, for the cookie. Of more than two sessions the oldest ends.
std::string open_session(platform::db::Tx& tx, const Services& services, const Opening& opening);
// The token of the minutes in which the second factor is asked for.
std::string begin_second_step(platform::db::Tx& tx, const Services& services, const Opening& opening);

}  // namespace maillage::identity
