#pragma once

#include <expected>
#include <optional>
#include <string>
#include <vector>

#include "domain/directory/organisation_store.hpp"

namespace maillage::directory {

struct Contact {
    ContactId id;
    ContactFields fields;
    bool fictional = false;
};
std::vector<Contact> contacts(platform::db::Tx& tx, const identity::Actor& actor,
                              OrganisationId organisation);
std::optional<Contact> find_contact(platform::db::Tx& tx, const identity::Actor& actor, std::string_view key,
                                    ContactId contact);
// The fields passed the rules; `key` is the organisation's.
std::expected<ContactId, Refusal> create_contact(platform::db::Tx& tx, const identity::Actor& actor,
                                                 std::string_view key, const ContactFields& fields);
std::expected<void, Refusal> update_contact(platform::db::Tx& tx, const identity::Actor& actor,
                                            std::string_view key, ContactId contact,
                                            const ContactFields& fields);
std::expected<void, Refusal> remove_contact(platform::db::Tx& tx, const identity::Actor& actor,
                                            std::string_view key, ContactId contact, Presence presence);

}  // namespace maillage::directory
