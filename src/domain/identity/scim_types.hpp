#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "domain/identity/policy_types.hpp"
#include "foundation/instant.hpp"

// The words of SCIM 2.0 (RFC 7643, RFC 7644), as far as an account has them.
namespace maillage::identity {

inline constexpr std::string_view scim_user_schema = "urn:ietf:params:scim:schemas:core:2.0:User";

// One account as the directory sees it.
struct ScimUser {
    AccountId account;
    std::string id;  // the public one
    std::string address, name;
    std::optional<std::string> external_id;
    bool active = true;
    bool closed_by_directory = false;
    foundation::Instant created_at, changed_at;
};

// What a request asks of an account; what is absent stays.
struct ScimChange {
    std::optional<std::string> address = {}, name = {};
    std::optional<std::optional<std::string>> external_id = {};
    std::optional<bool> active = {};
};

enum class ScimRefusal : std::uint8_t {
    not_json,
    no_schema,
    unknown_attribute,
    gives_rights,  // roles, entitlements, a password
    bad_address,
    bad_name,
    bad_external_id,
    bad_active,
    not_removable,
    bad_operation,
    no_target,
    bad_path,
    bad_filter,
    not_found,
    taken,             // the address opens an account that this directory does not keep
    closed_by_person,  // a person has closed it: a person opens it again
    changed_meanwhile,
    too_large,
    wrong_type,
    no_token,
    too_fast,
    not_offered,
    not_allowed  // the method
};

// What a list is asked for: by address, by the directory's own id, or whole.
struct ScimFilter {
    std::optional<std::string> address = {}, external_id = {};
    // An address that no account can have finds nothing.
    bool nothing = false;
};

}  // namespace maillage::identity
