#pragma once

#include "domain/directory/contact_store.hpp"
#include "platform/html/page.hpp"

namespace maillage::directory {

platform::html::Page list_page(identity::Call& call, const ListQuestion& question,
                               const OrganisationList& list, const std::vector<Network>& networks);
platform::html::Page organisation_page(identity::Call& call, const Organisation& organisation,
                                       const std::vector<Contact>& contacts,
                                       const std::vector<Network>& networks);

}  // namespace maillage::directory
