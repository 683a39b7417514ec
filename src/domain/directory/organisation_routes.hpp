#pragma once

#include "domain/identity/api.hpp"

namespace maillage::directory {

platform::html::Answer show_list(identity::Call& call);  // GET  /{council}/organisations
platform::http::Response list_json(identity::Call& call);
platform::html::Answer show_organisation(
    identity::Call& call);  // GET  /{council}/organisations/{organisation}
platform::http::Response organisation_json(identity::Call& call);
platform::html::Answer show_new_organisation(identity::Call& call);    // GET  …/organisations/new
platform::html::Answer submit_new_organisation(identity::Call& call);  // POST …/organisations
platform::html::Answer show_edit_organisation(identity::Call& call);   // GET  …/{organisation}/edit
platform::html::Answer submit_organisation(identity::Call& call);      // POST …/{organisation}
platform::html::Answer save_organisation_draft(identity::Call& call);
platform::html::Answer submit_archive(identity::Call& call);      // POST …/{organisation}/archive
platform::html::Answer submit_restoration(identity::Call& call);  // POST …/{organisation}/restoration

platform::html::Answer show_new_contact(identity::Call& call);        // GET  …/{organisation}/contacts/new
platform::html::Answer submit_new_contact(identity::Call& call);      // POST …/{organisation}/contacts
platform::html::Answer show_edit_contact(identity::Call& call);       // GET  …/contacts/{contact}/edit
platform::html::Answer submit_contact(identity::Call& call);          // POST …/contacts/{contact}
platform::html::Answer submit_contact_removal(identity::Call& call);  // POST …/contacts/{contact}/removal
platform::html::Answer submit_contact_restoration(
    identity::Call& call);  // POST …/contacts/{contact}/restoration

}  // namespace maillage::directory
