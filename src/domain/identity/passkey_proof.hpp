#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "domain/identity/passkey_challenge.hpp"
#include "domain/identity/passkey_store.hpp"
#include "platform/webauthn/ceremony.hpp"

// Whether somebody holds a passkey: at sign-in, in place of the code, and before what protects the account
// changes.
namespace maillage::identity {

// What a page's script puts into a form, decoded.
struct PasskeyAnswer {
    std::string ticket, credential_id, user_handle;
    platform::webauthn::Assertion assertion;
    std::optional<SecretKey> unwrap_key;  // what the authenticator computed (PRF), where it can
};
// Nothing when the form was sent without one.
std::optional<PasskeyAnswer> passkey_answer(const platform::http::Fields& fields);

struct PasskeyQuestion {
    const PasskeySite& site;
    Asking asking;
    std::optional<Holder> holder = {};  // nothing: the passkey says who it is
    std::string_view network = {};      // counted for too when the passkey says who it is
};
enum class PasskeyVerdict {
    right,
    wrong,  // whatever the reason: unknown, not signed, copied, of a closed account
    slow_down,
    over  // the page is older than five minutes, or was sent before
};
struct PasskeyProof {
    PasskeyVerdict verdict = PasskeyVerdict::wrong;
    std::optional<Holder> holder = {};  // when it is right
    std::int64_t failures = 0;          // before this attempt
    std::optional<SecretKey> secret = {};
    std::string passkey = {};  // its id of ours
    bool opens_key = false;
};
// Under the application's context: failures stay, whatever becomes of the request. An unknown passkey takes
// as long as a wrong one.
PasskeyProof take_passkey(platform::db::Tx& tx, const Services& services, const PasskeyQuestion& question,
                          const PasskeyAnswer& answer);

// The private half under what this passkey computes, for the next time; when it computes anything.
void seal_to_passkey(platform::db::Tx& tx, const Services& services, const PasskeyProof& proof,
                     const PasskeyAnswer& answer, const std::optional<SecretKey>& secret);

}  // namespace maillage::identity
