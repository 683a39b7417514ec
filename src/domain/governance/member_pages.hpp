#pragma once

#include "domain/governance/member_store.hpp"
#include "platform/html/components.hpp"
#include "platform/html/form.hpp"
#include "platform/html/page.hpp"

// Who sits in a body: the sections of its page, and the forms that change them.
namespace maillage::governance {

void members_section(platform::html::Out& out, identity::Call& call, const Body& body,
                     const std::vector<Member>& members, Members which);
// After an ending: the undo that lasts as long as the page; the former members keep theirs.
void ended_notice(platform::html::Out& out, identity::Call& call, const Body& body);
void by_right_notice(platform::html::Out& out, const platform::i18n::Words& words, const Body& body,
                     const std::vector<Member>& members, foundation::Date today);
// Seats, colleges and quorum; `refused` is the quorum's form sent back.
void quorum_section(platform::html::Out& out, identity::Call& call, const Body& body,
                    const std::vector<Member>& members, const platform::html::FormState* refused);
platform::html::Page quorum_page(identity::Call& call, const Body& body, const std::vector<Member>& members,
                                 const platform::html::FormState& state);

// What the forms of a member choose from.
struct MemberChoices {
    std::vector<directory::OrganisationChoice> organisations;
    std::vector<PersonOffered> persons;
};
platform::html::Page new_member_page(identity::Call& call, const Body& body, const MemberChoices& choices,
                                     const platform::html::FormState& state);
// Replacing the member or ending the mandate; each form shows its own state.
struct MemberView {
    const Body& body;
    const Member& member;
    const MemberChoices& choices;
    const platform::html::FormState& replacement;
    const platform::html::FormState& ending;
};
platform::html::Page member_page(identity::Call& call, const MemberView& view);

}  // namespace maillage::governance
