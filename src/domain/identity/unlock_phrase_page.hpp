#pragma once

#include <optional>
#include <string_view>

#include "domain/identity/code_proof.hpp"

namespace maillage::identity {

// Its name holds "password": such a field is never kept in a form nor fingerprinted in clear.
inline constexpr std::string_view phrase_field = "unlock_password";

struct UnlockPhraseView {
    bool has_pair = false, open = false, has_password = false;
    std::optional<foundation::Instant> chosen = {};
    std::optional<Provable> with = {};
    std::string_view done = {};  // "open", "chosen"
    // Of the form that was sent: they share the name of a field.
    platform::html::FormState opening = {}, choosing = {};
    FormAnswer answer = {};
};
platform::html::Page unlock_phrase_page(const Call& call, const UnlockPhraseView& view);

}  // namespace maillage::identity
