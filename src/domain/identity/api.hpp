#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "domain/identity/policy_rules.hpp"
#include "domain/territory/api.hpp"
#include "foundation/instant.hpp"
#include "foundation/strong_id.hpp"
#include "platform/crypto/password.hpp"
#include "platform/db/pool.hpp"
#include "platform/html/form.hpp"
#include "platform/html/page.hpp"
#include "platform/http/form_data.hpp"
#include "platform/http/message.hpp"
#include "platform/i18n/words.hpp"
#include "platform/memo/memo.hpp"

namespace maillage::platform::oidc {
class Provider;
}  // namespace maillage::platform::oidc

namespace maillage::identity {

// Who asks, derived from the mandates valid at this moment. Every store takes one.
struct Actor {
    AccountId account;
    territory::CouncilId council;
    std::string council_slug;  // "laval": first segment of every path
    std::string council_name;
    std::vector<HeldRole> roles;               // of the mandates valid now in this council
    std::optional<std::int64_t> organisation;  // directory's id, when a mandate names one
    std::string display_name;
    std::string session_id;  // public id of the session; empty without one
    foundation::Date today;  // the day of the request: mandates begin and end with days

    // Marks the submission of this request as done, in the act's own transaction; set for POST by the
    // application.
    const std::function<void(platform::db::Tx&)>* before_commit = nullptr;

    bool signed_in() const { return account.value != 0; }
    platform::db::Context context() const;
    Subject subject() const {
        return {.signed_in = signed_in(),
                .roles = roles,
                .account = account,
                .council = council.value,
                .organisation = organisation};
    }
};

// What stores, jobs and pages ask: the one policy, on the day of the request.
inline Verdict may(const Actor& actor, Act act, const Object& object = {}) {
    return may(actor.subject(), act, object, actor.today);
}

struct SessionLimits {
    std::chrono::minutes idle{15};
    std::chrono::hours absolute{8};
};

// Everything a handler may need, built once by app and passed down: no globals.
struct Services {
    platform::db::Pool& database;
    const platform::i18n::Catalogues& catalogues;
    foundation::Clock clock;
    std::function<std::string(std::size_t bytes)> random_hex;
    platform::crypto::PasswordHasher& passwords;
    SessionLimits session_limits;
    // What is the same for all who may read it, kept between requests. Shared so that copies of this struct
    // share it.
    std::shared_ptr<platform::Memo> memo = std::make_shared<platform::Memo>();
    // Words that no password may be made of: data/passwords/guessable.txt.
    std::vector<std::string> guessable_words = {};
    // Seals what a stolen copy of the database must not give away: second factors, passwords in a form's
    // fingerprint.
    std::string identity_key = {};
    // The organisations that a mandate may name; the slice that owns them stands above this one.
    std::function<std::vector<platform::html::Option>(platform::db::Tx&, const Actor&)> organisations = {};
    // The text of a help page (docs/aide/<language>/<stem>.md), and the stems of all.
    std::function<std::optional<std::string>(platform::i18n::Language, std::string_view stem)> help_text = {};
    std::function<std::vector<std::string>()> help_stems = {};
    // The city's identity provider (OpenID Connect); nothing: local accounts alone.
    platform::oidc::Provider* provider = nullptr;
};

// One request of one actor: what route handlers take.
struct Call {
    const platform::http::Request& request;
    const platform::http::FormData& form;  // what a POST carries; empty for the other methods
    const Actor& actor;
    const platform::i18n::Words& words;
    Services& services;
    platform::html::FormTokens tokens;  // for the forms this page shows
    foundation::Instant now;
    foundation::Date today;  // in the council's time zone

    // "/laval" + rest
    std::string path(std::string_view rest) const { return "/" + actor.council_slug + std::string(rest); }
    platform::html::Url url(std::string_view rest) const { return platform::html::Url::path(path(rest)); }
    bool may(Act act, const Object& object = {}) const {
        return identity::may(actor, act, object).has_value();
    }
};

// For a page with several forms: each has a key of its own.
inline platform::html::FormTokens fresh_tokens(const Call& call) {
    return {.csrf = call.tokens.csrf, .idempotency = call.services.random_hex(16)};
}

// Runs `work(Tx&)` in one transaction of the caller's account.
template <class Work>
auto in_transaction(Call& call, Work&& work) {
    return call.services.database.transaction(call.actor.context(), std::forward<Work>(work));
}

using PageHandler = platform::html::Answer (*)(Call&);
// The page's twin at the same path + ".json": the same data under the same permission.
using JsonHandler = platform::http::Response (*)(Call&);

}  // namespace maillage::identity
