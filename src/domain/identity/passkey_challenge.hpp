#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "domain/identity/api.hpp"

// What a passkey signs. Giving a challenge writes nothing: it is computed from a ticket in the page, from
// what the browser is known by there and from a secret of the installation, so that a visitor fills no table.
// Answering one does: each is taken once.
namespace maillage::identity {

// The name browsers know this site by, and where its pages come from: of the configured names, the one that
// was asked. Nothing when it is an address made of numbers: browsers make no passkey for these.
struct PasskeySite {
    std::string rp_id, origin;
};
std::optional<PasskeySite> passkey_site(const platform::http::Request& request);

enum class Ceremony { registration, sign_in, second_step, confirmation };
struct Asking {
    Ceremony ceremony;
    std::string_view
        bound_to;  // id of the session, token of the sign-in that is half done, cookie of the page
};

inline constexpr std::chrono::minutes challenge_life{5};
struct Challenge {
    std::string ticket;  // comes back with the answer
    std::string bytes;   // 32
};
Challenge new_challenge(const Services& services, const PasskeySite& site, const Asking& asking);
// The challenge of a ticket that came back; nothing when it is older than five minutes or none of ours.
std::optional<std::string> challenge_of(const Services& services, const PasskeySite& site,
                                        const Asking& asking, std::string_view ticket);
// False when it was answered before. Under the application's context.
bool use_challenge(platform::db::Tx& tx, const std::string& challenge, foundation::Instant now);

}  // namespace maillage::identity
