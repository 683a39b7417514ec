#pragma once

#include "domain/identity/api.hpp"
#include "domain/territory/membership_store.hpp"

// Communes attached to the council: who, since when, by which decision.
namespace maillage::app {

std::string standing_in_words(const platform::i18n::Words& words, std::string_view standing);

struct MembershipView {
    std::vector<territory::Membership> memberships;
    std::vector<territory::Commune> communes;
};
platform::html::Page membership_page(identity::Call& call, const MembershipView& view,
                                     const platform::html::FormState& state);

}  // namespace maillage::app
