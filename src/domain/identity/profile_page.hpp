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
    std::string public_key = {};
    bool key_closed = false;  // the session was opened without what opens the key
    bool has_password = true;
    bool opening_key = false;  // its password is asked for, in place of a new one
    platform::html::FormState password = {};
    FormAnswer answer = {};
    std::string_view done = {};  // what was just done: "preferences", "password", "sessions"
};

// "3f9a 77c1 04be 91d2 6e5f 8812": what two people compare by telephone.
std::string fingerprint_in_words(std::string_view public_key);
platform::html::Page profile_page(const Call& call, const ProfileView& view);

}  // namespace maillage::identity
