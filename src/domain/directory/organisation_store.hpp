#pragma once

#include <expected>
#include <optional>
#include <string>
#include <vector>

#include "domain/directory/api.hpp"
#include "domain/directory/organisation_types.hpp"

// Every function asks for the actor's right; "not allowed" and "does not exist" answer alike.
namespace maillage::directory {

struct Network {
    std::string code, name, purpose;
};
std::vector<Network> networks(platform::db::Tx& tx, const identity::Actor& actor);

struct ListQuestion {
    std::string words, kind, network;
    bool archived = false;
    std::int64_t page = 1;
};
inline constexpr std::int64_t rows_a_page = 50;
struct OrganisationRow {
    OrganisationChoice organisation;
    std::string phone, website;
    bool archived = false;
    std::vector<std::string> networks;  // names
};
struct OrganisationList {
    std::vector<OrganisationRow> rows;
    std::int64_t total = 0;
};
OrganisationList list_organisations(platform::db::Tx& tx, const identity::Actor& actor,
                                    const ListQuestion& question);

struct Organisation {
    OrganisationId id;
    std::string key;
    OrganisationFields fields;
    std::int64_t version = 1;
    bool archived = false;
};
std::optional<Organisation> find_organisation(platform::db::Tx& tx, const identity::Actor& actor,
                                              std::string_view key);

enum class Refusal { not_found, changed_meanwhile };
// The fields passed the rules. Returns the new key.
std::expected<std::string, Refusal> create_organisation(platform::db::Tx& tx, const identity::Actor& actor,
                                                        const OrganisationFields& fields);
std::expected<void, Refusal> update_organisation(platform::db::Tx& tx, const identity::Actor& actor,
                                                 std::string_view key, std::int64_t version,
                                                 const OrganisationFields& fields);
enum class Presence { current, put_away };
std::expected<void, Refusal> archive_organisation(platform::db::Tx& tx, const identity::Actor& actor,
                                                  std::string_view key, Presence presence);

}  // namespace maillage::directory
