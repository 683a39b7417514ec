#pragma once

#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/identity/api.hpp"
#include "foundation/strong_id.hpp"
#include "platform/db/tx.hpp"
#include "platform/toml/data_file.hpp"

namespace maillage::directory {

using OrganisationId = foundation::StrongId<struct OrganisationIdTag>;
using ContactId = foundation::StrongId<struct ContactIdTag>;

// What a picker offers: pilots, partners, members of a body.
struct OrganisationChoice {
    OrganisationId id;
    std::string key;         // "prefecture": in addresses, /{council}/organisations/{key}
    std::string name;        // "Préfecture de la Mayenne"
    std::string short_name;  // "Préfecture"; may be empty
    std::string kind;        // "state_service"; words: directory.kind.state_service
};
// The kind in the user's language.
std::string kind_in_words(const platform::i18n::Words& words, std::string_view kind);
// Without the archived ones; none for an actor who may not read the directory.
std::int64_t count_organisations(platform::db::Tx& tx, const identity::Actor& actor);
// By name, without the archived ones; empty for an actor who may not read the directory.
std::vector<OrganisationChoice> organisation_choices(platform::db::Tx& tx, const identity::Actor& actor);

// A contact's function in an organisation: the name stays on the organisation's page.
struct ContactChoice {
    ContactId id;
    std::string function;
};
std::vector<ContactChoice> contact_choices(platform::db::Tx& tx, const identity::Actor& actor,
                                           OrganisationId organisation);
// For data files that name an organisation by its key and a contact by its function. The application's
// context.
std::optional<OrganisationId> organisation_with_key(platform::db::Tx& tx, territory::CouncilId council,
                                                    std::string_view key);
std::optional<ContactId> contact_with_function(platform::db::Tx& tx, territory::CouncilId council,
                                               OrganisationId organisation, std::string_view function);

struct LoadReport {
    int networks = 0, organisations = 0, contacts = 0;
};
// Networks, organisations and contacts of a data file (data/councils/*/organisations.toml): added or brought
// up to date. Nothing is written when the file has a problem.
std::expected<LoadReport, std::vector<platform::toml::Problem>> load_organisations(
    platform::db::Tx& tx, territory::CouncilId council, std::string_view toml,
    territory::Inventions inventions);

}  // namespace maillage::directory
