#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/identity/code_proof.hpp"

namespace maillage::identity {

struct SecondFactorView {
    std::optional<SecondFactor> factor;
    std::optional<Provable> with = {};
    std::string_view done = {};  // "removed"
    platform::html::FormState state = {};
    FormAnswer answer = {};
};
// Where one's own second factor is set up, renewed or taken away.
platform::html::Page second_factor_page(const Call& call, const SecondFactorView& view);

struct SetUpView {
    std::string secret, email;
    platform::html::FormState state = {};
    FormAnswer answer = {};
};
// The secret, as a drawing and as text, and the field for its first code.
platform::html::Page set_up_page(const Call& call, const SetUpView& view);

// Shown once.
platform::html::Page recovery_codes_page(const Call& call, const std::vector<std::string>& codes);

// In the profile: whether there is one, and the way to its page.
void second_factor_part(platform::html::Out& out, const Call& call,
                        const std::optional<SecondFactor>& factor);

}  // namespace maillage::identity
