#pragma once

#include <string>

#include "domain/identity/api.hpp"
#include "foundation/date.hpp"
#include "foundation/instant.hpp"
#include "platform/db/tx.hpp"

namespace maillage::strategy {

// One transaction, who asks, and when: what every store of this slice takes. A store answers what is not
// allowed as what does not exist.
struct Scope {
    platform::db::Tx& tx;
    territory::CouncilId council;
    identity::AccountId account;
    std::string author;  // shown beside news and changes
    foundation::Instant now;
    foundation::Date today;
    std::string acts;  // permitted to who asks, by name: what the database shows depends on them
    bool may_read = false, may_edit = false, may_comment = false, may_attach = false;

    foundation::Instant silent_before() const;
};

Scope scope_of(platform::db::Tx& tx, const identity::Call& call);
// Work done later for an account, under its rights of now.
Scope scope_of_actor(platform::db::Tx& tx, const identity::Actor& actor, foundation::Instant now,
                     foundation::Date today);
// The application itself: the import of a council's files, the demonstration.
Scope scope_of_application(platform::db::Tx& tx, territory::CouncilId council, foundation::Instant now,
                           foundation::Date today);

// Runs `work(Scope&)` in one transaction of the caller's account.
template <class Work>
auto within(identity::Call& call, Work&& work) {
    return call.services.database.transaction(call.actor.context(), [&](platform::db::Tx& tx) {
        Scope scope = scope_of(tx, call);
        return work(scope);
    });
}

}  // namespace maillage::strategy
