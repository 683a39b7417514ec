#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/identity/api.hpp"
#include "domain/identity/key_pair_store.hpp"

namespace maillage::identity {

// What a valid session gives: who asks, and how they want their pages.
struct OpenSession {
    Actor actor;
    bool demonstration = false;
    std::string csrf_secret;
    std::string language, theme;
    bool shortcuts = true;
    foundation::Instant ends_at;    // unless a page is asked before, for the warning
    foundation::Instant last_at;    // whatever is asked
    std::int64_t failures = 0;      // to sign in, told while the session is young
    bool charter_unsigned = false;  // mandates of today give nothing until it is (charter_store.hpp)
};

// The session behind a cookie, or nothing: unknown, idle too long, too old, account disabled. Mandates are
// read anew, so that access ends with them. Keeps `seen_at` up to date, at most once a minute.
std::optional<OpenSession> find_session(Services& services, std::string_view cookie);

// Whether the actor's session is still one, without counting as a visit: for what goes on after its page was
// sent.
bool session_lives(platform::db::Tx& tx, const Actor& actor, const SessionLimits& limits,
                   foundation::Instant now);

void sign_out(Services& services, std::string_view cookie);
// A new token for the actor's session, for the cookie: whoever copied the old one is out. For what changes
// how one signs in.
std::string rotate_session(platform::db::Tx& tx, const Actor& actor, std::string_view old_token);

// The same with the private half, for a session that was opened without it.
std::string rotate_session(platform::db::Tx& tx, const Actor& actor, const std::optional<SecretKey>& secret);

struct SessionRow {
    std::string id;
    foundation::Instant created_at, seen_at;
    std::string agent;
};
std::vector<SessionRow> sessions_of(platform::db::Tx& tx, const Actor& actor);
void end_session(platform::db::Tx& tx, const Actor& actor, const std::string& id);
void end_other_sessions(platform::db::Tx& tx, const Actor& actor);

// Removes what outlived its purpose: sessions, submissions after 24 hours, kept forms after ten minutes.
void purge(Services& services);

}  // namespace maillage::identity
