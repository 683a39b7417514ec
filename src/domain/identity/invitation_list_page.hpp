#pragma once

#include <string>
#include <vector>

#include "domain/identity/account_page.hpp"
#include "domain/identity/invitation_list_rules.hpp"

namespace maillage::identity {

// Where a list is pasted.
platform::html::Page list_page(const Call& call, const MandateForm& form);
// What would be done, line by line, before anything is.
platform::html::Page list_preview_page(const Call& call, const MandateForm& form,
                                       const std::vector<ListedPerson>& people);

// Each line and what came of it. The codes are shown once.
struct InvitedPerson {
    ListedPerson person;
    NewCode code;  // empty when there is a mistake
};
platform::html::Page list_codes_page(const Call& call, const std::vector<InvitedPerson>& people);

}  // namespace maillage::identity
