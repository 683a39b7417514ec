#include "domain/strategy/scope.hpp"

#include "domain/strategy/action_rules.hpp"

namespace maillage::strategy {

using identity::Act;

foundation::Instant Scope::silent_before() const { return now - std::chrono::days(silence_days); }

Scope scope_of(platform::db::Tx& tx, const identity::Call& call) {
    return {.tx = tx,
            .council = call.actor.council,
            .account = call.actor.account,
            .author = call.actor.display_name,
            .now = call.now,
            .today = call.today,
            .may_read = call.may(Act::read_strategy),
            .may_edit = call.may(Act::edit_strategy),
            .may_comment = call.may(Act::comment_strategy)};
}

Scope scope_of_application(platform::db::Tx& tx, territory::CouncilId council, foundation::Instant now,
                           foundation::Date today) {
    return {.tx = tx,
            .council = council,
            .account = identity::AccountId(0),
            .author = "",
            .now = now,
            .today = today,
            .may_read = true,
            .may_edit = true,
            .may_comment = true};
}

}  // namespace maillage::strategy
