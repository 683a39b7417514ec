#pragma once

#include <string_view>
#include <vector>

#include "domain/identity/account_store.hpp"
#include "domain/identity/password_proof.hpp"
#include "domain/identity/second_factor_store.hpp"
#include "domain/identity/session_store.hpp"

namespace maillage::identity {

struct ProfileView {
    std::string email;
    Preferences preferences;
    std::vector<SessionRow> sessions;
    std::optional<SecondFactor> second_factor = {};
    platform::html::FormState password = {};
    FormAnswer answer = {};
    std::string_view done = {};  // what was just done: "preferences", "password", "sessions"
};

platform::html::Page profile_page(const Call& call, const ProfileView& view);

}  // namespace maillage::identity
