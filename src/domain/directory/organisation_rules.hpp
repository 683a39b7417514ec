#pragma once

#include "domain/directory/organisation_types.hpp"

namespace maillage::directory {

std::vector<FieldRefusal> check_organisation(const OrganisationFields& fields);
std::vector<FieldRefusal> check_contact(const ContactFields& fields);
// "Préfecture de la Mayenne" → "prefecture-de-la-mayenne": the organisation's place in addresses.
std::string key_of(std::string_view name);
// What the search looks in: without accents or capitals.
std::string search_text(const OrganisationFields& fields);

}  // namespace maillage::directory
