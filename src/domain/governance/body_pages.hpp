#pragma once

#include "domain/governance/body_store.hpp"
#include "platform/html/form.hpp"
#include "platform/html/page.hpp"

namespace maillage::governance {

platform::html::Page bodies_page(identity::Call& call, const std::vector<Body>& bodies);
platform::html::Page body_page(identity::Call& call, const Body& body, const std::vector<Member>& members,
                               Members which);
platform::html::Page member_form_page(identity::Call& call, const Body& body,
                                      const std::vector<directory::OrganisationChoice>& organisations,
                                      const platform::html::FormState& state, int status);

}  // namespace maillage::governance
