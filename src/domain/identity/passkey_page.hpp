#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/identity/code_proof.hpp"

namespace maillage::identity {

struct PasskeysView {
    std::vector<Passkey> passkeys;  // of every name of the site
    std::optional<Provable> with;   // what is asked for beside the password
    std::string_view done = {};     // "added", "renamed", "removed"
    platform::html::FormState state = {};
    FormAnswer answer = {};
};
// The list, and where another begins.
platform::html::Page passkeys_page(const Call& call, const PasskeysView& view);
// One of them: its name, its removal.
platform::html::Page one_passkey_page(const Call& call, const PasskeysView& view, const Passkey& passkey);

struct NewPasskeyView {
    std::string name, options, ticket;
};
// Password and factor were right: the browser is asked.
platform::html::Page make_passkey_page(const Call& call, const NewPasskeyView& view);

}  // namespace maillage::identity
