#pragma once

#include <string_view>

#include "domain/directory/contact_store.hpp"
#include "domain/directory/organisation_rules.hpp"
#include "platform/html/form.hpp"

// The forms of the directory: what was typed, into fields that the rules judge, and back.
namespace maillage::directory {

OrganisationFields organisation_typed(const platform::http::Fields& form);
ContactFields contact_typed(const platform::http::Fields& form);
platform::html::FormState state_of(const OrganisationFields& fields);
platform::html::FormState state_of(const platform::i18n::Words& words, const ContactFields& fields);
std::string basis_in_words(const platform::i18n::Words& words, std::string_view basis);
void refuse(const platform::i18n::Words& words, const std::vector<FieldRefusal>& refusals,
            platform::html::FormState& state);

// `draft`: where it is saved while it is typed.
void organisation_form(platform::html::Out& out, identity::Call& call, const platform::html::Url& action,
                       const platform::html::Url& draft, const std::vector<Network>& networks,
                       const platform::html::FormState& state);
void contact_form(platform::html::Out& out, identity::Call& call, const platform::html::Url& action,
                  const platform::html::FormState& state);

}  // namespace maillage::directory
