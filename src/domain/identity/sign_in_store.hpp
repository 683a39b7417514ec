#pragma once

#include <expected>
#include <string>
#include <string_view>

#include "domain/identity/api.hpp"

namespace maillage::identity {

struct SignIn {
    std::string email, password, network, agent;
};
enum class SignInRefusal {
    wrong,
    slow_down,
    busy,
    over  // of the second step: begun too long ago, or never
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
};
// The token of the session, for the code of the application or a recovery code.
std::expected<std::string, SignInRefusal> finish_sign_in(Services& services, const SecondStep& step);

}  // namespace maillage::identity
