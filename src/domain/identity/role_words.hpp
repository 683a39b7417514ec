#pragma once

#include <string>
#include <vector>

#include "domain/identity/policy_rules.hpp"
#include "platform/html/form.hpp"
#include "platform/i18n/words.hpp"

namespace maillage::identity {

// "Coordinatrice ou coordinateur"
std::string role_in_words(const platform::i18n::Words& words, Role role);
// Every role, for a select.
std::vector<platform::html::Option> role_options(const platform::i18n::Words& words);

}  // namespace maillage::identity
