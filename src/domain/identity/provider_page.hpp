#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "domain/identity/code_proof.hpp"

namespace maillage::identity {

// A visit that ended without anybody signed in: what happened, and the way on.
struct ProviderTrouble {
    platform::i18n::Key title, text;
    int status;
    std::string back = "/sign-in";
};
platform::html::Page provider_trouble_page(const Call& call, const ProviderTrouble& trouble);

// A page that goes on by itself: the browser sends the session's cookie from a page of ours, and not when it
// comes from another site. `address` may be the provider's own.
platform::html::Page onward_page(const Call& call, std::string title, std::string_view text,
                                 const std::string& address);

struct OwnProviderView {
    std::optional<foundation::Instant> linked;
    bool has_password = false;
    std::optional<Provable> with = {};
    std::string_view done = {};  // "linked", "ended"
    platform::html::FormState state = {};
    FormAnswer answer = {};
};
platform::html::Page own_provider_page(const Call& call, const OwnProviderView& view);

}  // namespace maillage::identity
