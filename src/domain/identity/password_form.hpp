#pragma once

#include <expected>
#include <string_view>

#include "domain/identity/api.hpp"
#include "domain/identity/password_proof.hpp"

namespace maillage::identity {

// The field of a new password, with the rule in words.
void new_password_field(platform::html::Out& out, const Call& call, std::string_view label,
                        const platform::html::FormState& state);
// What to store for the password typed in the field "new_password", with its key, or how to answer once
// `state` says why not. `about` are words that the person would think of: their name, their address.
std::expected<platform::crypto::NewPassword, FormAnswer> new_password(
    Call& call, std::initializer_list<std::string_view> about, platform::html::FormState& state);

}  // namespace maillage::identity
