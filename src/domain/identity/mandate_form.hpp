#pragma once

#include <optional>
#include <vector>

#include "domain/identity/account_store.hpp"

namespace maillage::identity {

// Role, organisation and last day of a mandate, in the forms that give one.
struct MandateForm {
    std::vector<platform::html::Option> organisations;
    platform::html::FormState state;
};
MandateForm mandate_form(Call& call);
void mandate_fields(platform::html::Out& out, const Call& call, const MandateForm& form);
// What was typed, from today; nothing once `form.state` says what is wrong.
std::optional<NewMandate> typed_mandate(const Call& call, MandateForm& form);

// "Élu(e), jusqu'au 31/12/2026"
std::string mandate_in_words(const platform::i18n::Words& words, const MandateRow& mandate);
bool valid_on(const MandateRow& mandate, foundation::Date day);

}  // namespace maillage::identity
