#include "domain/identity/policy_rules.hpp"

#include <algorithm>

namespace maillage::identity {
namespace {

using Kind = Object::Kind;
using State = Object::State;

// The strategy is a public document of the city: every member of the council reads it, and takes it away on
// paper. Who runs a part of it reports on it; the coordinator alone changes it.
bool role_may(Role role, Act act) {
    switch (act) {
    case Act::read_public:
    case Act::use_own_account: return true;
    case Act::read_strategy:
    case Act::export_strategy:
    case Act::read_governance:
    case Act::read_indicators:
    case Act::read_directory:
    case Act::read_documents:
        // The administrator runs everything and reads no content.
        return role != Role::administrator;
    case Act::comment_strategy:
    case Act::attach_evidence:
        return role == Role::coordinator || role == Role::national_police || role == Role::municipal_police ||
               role == Role::social_partner || role == Role::local_partner || role == Role::mediator;
    // Whoever sits for an organisation may be asked for its figures; an elected person reads them.
    case Act::fill_indicators:
        return role == Role::coordinator || role == Role::prefect || role == Role::prosecutor ||
               role == Role::national_police || role == Role::municipal_police ||
               role == Role::social_partner || role == Role::local_partner || role == Role::mediator;
    case Act::edit_strategy:
    case Act::import_strategy:
    case Act::edit_governance:
    case Act::edit_indicators:
    case Act::take_snapshots:
    case Act::write_final_review:
    case Act::edit_directory: return role == Role::coordinator;
    case Act::manage_accounts: return role == Role::coordinator || role == Role::administrator;
    case Act::read_audit: return role == Role::coordinator || role == Role::data_protection_officer;
    }
    __builtin_unreachable();
}

struct Asked {
    const Subject& subject;
    foundation::Date today;

    bool role_gives(Act act) const {
        return std::ranges::any_of(subject.roles, [&](const HeldRole& held) {
            return role_may(held.role, act) && held.holds_on(today);
        });
    }
    bool would_on_another_day(Act act) const {
        return std::ranges::any_of(subject.roles,
                                   [&](const HeldRole& held) { return role_may(held.role, act); });
    }
    bool owns(const Object& object) const { return object.owner == subject.account; }
};

std::unexpected<Refusal> refuse(Reason reason) { return std::unexpected(refusal_for(reason)); }

// What is deleted stays visible to who may bring it back.
Verdict on_action(const Asked& asked, const Object& action) {
    if (action.state == State::deleted && !asked.role_gives(Act::edit_strategy))
        return refuse(Reason::deleted);
    return {};
}

// Who runs the strategy takes away any piece, or brings it back; who attached one, that one.
Verdict on_evidence(const Asked& asked, Act act, const Object& piece) {
    if (act == Act::attach_evidence && !asked.owns(piece) && !asked.role_gives(Act::edit_strategy))
        return refuse(Reason::not_own);
    return {};
}

// Who defines indicators fills any of them; an organisation, those whose figures it gives.
Verdict on_indicator(const Asked& asked, Act act, const Object& indicator) {
    if (act != Act::fill_indicators || asked.role_gives(Act::edit_indicators)) return {};
    const auto& own = asked.subject.organisation;
    return own && own == indicator.organisation ? Verdict() : refuse(Reason::not_own);
}

// Nobody decides on their own rights: somebody else with the same authority must.
Verdict on_rights(const Asked& asked, const Object& rights) {
    if (asked.owns(rights)) return refuse(Reason::own_account);
    if (rights.state == State::closed) return refuse(Reason::closed);
    return {};
}

// Two persons make a right (docs/explanation/two-persons.md). The second one has the same authority, is not
// the person, did not give the mandate, did not give out the code with which the account was opened and did
// not take its second factor away: they could be behind it themselves.
Verdict on_mandate(const Asked& asked, const Object& mandate) {
    if (mandate.state == State::done) return refuse(Reason::done);
    if (asked.owns(mandate)) return refuse(Reason::own_account);
    if (mandate.state == State::closed) return refuse(Reason::closed);
    if (mandate.state == State::not_opened) return refuse(Reason::not_opened);
    const AccountId self = asked.subject.account;
    if (mandate.given_by == self || mandate.opened_by == self || mandate.factor_taken_by == self)
        return refuse(Reason::own_gift);
    return {};
}

Verdict on_object(const Asked& asked, Act act, const Object& object) {
    switch (object.kind) {
    case Kind::council:
    case Kind::account: return {};
    case Kind::action: return on_action(asked, object);
    case Kind::evidence: return on_evidence(asked, act, object);
    case Kind::indicator: return on_indicator(asked, act, object);
    case Kind::own: return asked.owns(object) ? Verdict() : refuse(Reason::not_own);
    case Kind::rights: return on_rights(asked, object);
    case Kind::mandate: return on_mandate(asked, object);
    }
    __builtin_unreachable();
}

}  // namespace

Verdict may(const Subject& subject, Act act, const Object& object, foundation::Date today) {
    if (act == Act::read_public) return {};
    // RGPD, art. 25(2): by default, personal data are not made accessible "à un nombre indéterminé de
    // personnes".
    if (!subject.signed_in) return refuse(Reason::not_signed_in);
    // RGPD, art. 5(1)(f): each council answers for its own data.
    if (object.council && *object.council != subject.council) return refuse(Reason::other_council);
    const Asked asked{.subject = subject, .today = today};
    // RGPD, art. 32(4): who acts under the authority of the controller does so on instruction. Here it is the
    // mandate that is in force today.
    if (act != Act::use_own_account && !asked.role_gives(act))
        return refuse(asked.would_on_another_day(act) ? Reason::not_in_force : Reason::no_mandate);
    return on_object(asked, act, object);
}

Refusal refusal_for(Reason reason) {
    switch (reason) {
    case Reason::not_signed_in: return {.reason = reason, .article = "RGPD, art. 25(2)"};
    case Reason::other_council:
    case Reason::not_own: return {.reason = reason, .article = "RGPD, art. 5(1)(f)"};
    case Reason::no_mandate:
    case Reason::not_in_force: return {.reason = reason, .article = "RGPD, art. 32(4)"};
    case Reason::deleted: return {.reason = reason, .article = "RGPD, art. 5(1)(c)"};
    case Reason::own_account:
    case Reason::own_gift:
    case Reason::not_opened:
    case Reason::closed:
    case Reason::done: return {.reason = reason, .article = ""};
    }
    __builtin_unreachable();
}

}  // namespace maillage::identity
