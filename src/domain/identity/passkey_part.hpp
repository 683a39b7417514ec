#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/identity/passkey_challenge.hpp"
#include "domain/identity/passkey_store.hpp"

// The part of a form in which a browser is asked for a passkey: what the island "passkey" reads and fills in.
// Without script it says what else there is.
namespace maillage::identity {

enum class Then {
    submit,  // the form, at once
    wait     // for the person to press what they want done
};
struct CeremonyPart {
    std::string options;  // for navigator.credentials: JSON, its bytes in base64url
    std::string ticket;
    std::string label;
    std::string without_script;
    bool creates = false;
    bool at_once = false;  // without waiting for the button
    Then then = Then::submit;
};
void ceremony_part(platform::html::Out& out, const platform::i18n::Words& words, const CeremonyPart& part);

// For a proof with one of these, or with any that the person chooses when there are none.
std::string proof_options(const PasskeySite& site, const Challenge& challenge,
                          const std::vector<Passkey>& allowed);

struct NewPasskeyFor {
    std::string user_handle, email, display_name;
};
std::string registration_options(const PasskeySite& site, const Challenge& challenge,
                                 const NewPasskeyFor& person, const std::vector<Passkey>& known);

// Those of the site that is asked.
std::vector<Passkey> usable_here(const std::optional<PasskeySite>& site, std::vector<Passkey> passkeys);

}  // namespace maillage::identity
