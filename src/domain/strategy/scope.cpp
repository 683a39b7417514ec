#include "domain/strategy/scope.hpp"

#include "domain/strategy/action_rules.hpp"

namespace maillage::strategy {

using identity::Act;

foundation::Instant Scope::silent_before() const { return now - std::chrono::days(silence_days); }

Scope scope_of(platform::db::Tx& tx, const identity::Call& call) {
    return scope_of_actor(tx, call.actor, call.now, call.today);
}

Scope scope_of_actor(platform::db::Tx& tx, const identity::Actor& actor, foundation::Instant now,
                     foundation::Date today) {
    std::string acts;
    // What names one organisation ("fill_indicators:42") opens nothing of the strategy: readers stay alike.
    for (const std::string& act : actor.context().acts)
        if (!act.contains(':')) acts.append(act).append(",");
    const auto may = [&](Act act) { return identity::may(actor, act).has_value(); };
    return {.tx = tx,
            .council = actor.council,
            .account = actor.account,
            .author = actor.display_name,
            .now = now,
            .today = today,
            .acts = std::move(acts),
            .may_read = may(Act::read_strategy),
            .may_edit = may(Act::edit_strategy),
            .may_comment = may(Act::comment_strategy),
            .may_attach = may(Act::attach_evidence)};
}

Scope scope_of_application(platform::db::Tx& tx, territory::CouncilId council, foundation::Instant now,
                           foundation::Date today) {
    return {.tx = tx,
            .council = council,
            .account = identity::AccountId(0),
            .author = "",
            .now = now,
            .today = today,
            .acts = "application",
            .may_read = true,
            .may_edit = true,
            .may_comment = true,
            .may_attach = true};
}

}  // namespace maillage::strategy
