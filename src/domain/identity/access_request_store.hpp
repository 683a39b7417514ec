#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/identity/account_store.hpp"

// A person asks for a right; who manages accounts gives a mandate (which waits for its second person) or
// refuses.
namespace maillage::identity {

inline constexpr std::size_t longest_on_behalf = 120, longest_access_reason = 1000;
inline constexpr int most_open_requests = 3;

enum class AccessState : std::uint8_t { open, granted, refused, withdrawn };

struct AccessRequest {
    std::string id;
    AccountId account;  // who asks
    std::string name, public_id;
    Role role = Role::local_partner;
    std::string on_behalf, reason;
    foundation::Instant asked_at;
    AccessState state = AccessState::open;
    std::optional<foundation::Instant> decided_at;
    std::string decided_by, answer;
};
std::string_view name_of(AccessState state);

struct NewAccessRequest {
    Role role;
    std::string on_behalf, reason;
};
// False when as many wait already, or one for the same role.
bool ask_access(platform::db::Tx& tx, const Actor& actor, const NewAccessRequest& wanted,
                foundation::Instant now);
std::vector<AccessRequest> own_access_requests(platform::db::Tx& tx, const Actor& actor);
bool withdraw_access(platform::db::Tx& tx, const Actor& actor, std::string_view id);

// For who manages accounts.
std::vector<AccessRequest> access_requests(platform::db::Tx& tx, const Actor& actor);
std::optional<AccessRequest> find_access_request(platform::db::Tx& tx, const Actor& actor,
                                                 std::string_view id);
// Those that this account may answer.
std::int64_t open_access_requests(platform::db::Tx& tx, const Actor& actor);
// Whether this account may: the request waits, and is somebody else's.
bool may_decide(const Actor& actor, const AccessRequest& request);
// False when somebody decided, or the person withdrew it, meanwhile.
bool grant_access(platform::db::Tx& tx, const Actor& actor, const AccessRequest& request,
                  const NewMandate& mandate, foundation::Instant now);
bool refuse_access(platform::db::Tx& tx, const Actor& actor, const AccessRequest& request,
                   const std::string& why, foundation::Instant now);

}  // namespace maillage::identity
