#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/identity/api.hpp"
#include "domain/identity/charter_rules.hpp"

// The charter of a council and who has signed it. Who manages accounts writes it, because it opens and
// suspends the access of accounts; each person signs for themselves. What an unsigned charter takes away is
// taken where the actor is built: sql/actor_of_session.sql, sql/actor_of_account.sql.
namespace maillage::identity {

inline constexpr std::size_t longest_charter_title = 160, longest_charter = 40'000;

struct Charter {
    std::int64_t version = 0;
    std::string title, body;  // Markdown
    foundation::Date from;
    foundation::Instant written_at;
    std::string written_by;
    std::optional<foundation::Instant> signed_at;  // by who asks, and not withdrawn
};
// The latest version first.
std::vector<Charter> charters(platform::db::Tx& tx, const Actor& actor);
std::vector<CharterVersion> versions_of(const std::vector<Charter>& charters);
const Charter* in_force(const std::vector<Charter>& charters, foundation::Date today);
const Charter* to_come(const std::vector<Charter>& charters, foundation::Date today);

// Whether mandates of today give nothing until their person has signed.
bool suspended_by_charter(platform::db::Tx& tx, const Actor& actor);

// False when it was signed already; `version` is one that is in force or to come.
bool sign_charter(platform::db::Tx& tx, const Actor& actor, std::int64_t version, foundation::Instant now);
bool withdraw_signature(platform::db::Tx& tx, const Actor& actor, std::int64_t version,
                        foundation::Instant now);

struct NewCharter {
    std::string title, body;
    foundation::Date from;
    std::int64_t after = 0;  // the version that its author has read; 0: none
};
// Signed by its author in the same act, so that somebody can always go on. Nothing when another version came
// first.
std::optional<std::int64_t> publish_charter(platform::db::Tx& tx, const Actor& actor,
                                            const NewCharter& charter, foundation::Instant now);

struct Signatory {
    std::string name, public_id;
    std::optional<foundation::Instant> signed_at, signed_early_at;  // the one in force, the one to come
};
struct Signatories {
    std::vector<Signatory> rows;
    std::int64_t total = 0, have_signed = 0, have_signed_early = 0;
};
inline constexpr std::int64_t signatories_per_page = 100;
Signatories signatories(platform::db::Tx& tx, const Actor& actor, const std::vector<Charter>& charters,
                        std::int64_t page);

}  // namespace maillage::identity
