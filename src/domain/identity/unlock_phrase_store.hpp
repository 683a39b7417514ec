#pragma once

#include <optional>
#include <string>

#include "domain/identity/key_pair_store.hpp"

// The phrase that opens the key pair of who signs in by the identity provider.
namespace maillage::identity {

struct UnlockPhrase {
    std::string record, sealed_secret;
    foundation::Instant chosen_at;
};
std::optional<UnlockPhrase> unlock_phrase_of(platform::db::Tx& tx, const Holder& holder);
// In the place of the one there may be.
void keep_unlock_phrase(platform::db::Tx& tx, const Services& services, const Holder& holder,
                        const platform::crypto::NewPassword& phrase, const SecretKey& secret);

enum class PhraseRefusal { none_chosen, wrong, slow_down, busy };
// The private half, for the phrase typed by who asks. Wrong ones make the next one wait.
std::expected<SecretKey, PhraseRefusal> opened_by_phrase(Services& services, const Holder& holder,
                                                         std::string_view typed);

}  // namespace maillage::identity
