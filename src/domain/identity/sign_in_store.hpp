#pragma once

#include <expected>
#include <string>
#include <string_view>

#include "domain/identity/passkey_proof.hpp"

namespace maillage::identity {

struct SignIn {
    std::string email, password, network, agent;
};
enum class SignInRefusal {
    wrong,
    slow_down,
    busy,
    over,  // of the second step: begun too long ago, or never
    stale  // of a passkey: the page is older than five minutes, or was sent before
};
// The token for the cookie: of a session, or of ten minutes in which the second factor is asked for.
struct SignedIn {
    std::string token;
    bool second_factor_asked = false;
};
// Unknown address, wrong password and disabled account take as long and answer alike.
std::expected<SignedIn, SignInRefusal> sign_in(Services& services, const SignIn& attempt);

inline constexpr std::chrono::minutes second_step_life{10};
struct SecondStep {
    std::string token, code, agent;
    std::optional<PasskeyAnswer> passkey = {};  // in place of the code
    PasskeySite site = {};
};
// The account behind a sign-in that waits for its second step.
std::optional<Holder> half_signed_in(platform::db::Tx& tx, const Services& services, std::string_view token);
// The token of the session, for the code of the application, a recovery code or a passkey.
std::expected<std::string, SignInRefusal> finish_sign_in(Services& services, const SecondStep& step);

struct PasskeySignIn {
    PasskeyAnswer answer;
    PasskeySite site;
    std::string bound_to;  // the cookie of the page
    std::string network, agent;
};
// The token of the session, for a passkey that says itself whose it is: it is both the secret and the thing.
// Unknown passkey, wrong signature and disabled account take as long and answer alike.
std::expected<std::string, SignInRefusal> sign_in_with_passkey(Services& services,
                                                               const PasskeySignIn& attempt);

}  // namespace maillage::identity
