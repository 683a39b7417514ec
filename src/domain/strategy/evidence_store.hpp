#pragma once

#include <expected>
#include <string>
#include <string_view>
#include <vector>

#include "domain/documents/api.hpp"
#include "domain/strategy/evidence_types.hpp"
#include "domain/strategy/scope.hpp"

namespace maillage::strategy {

std::string_view name_of(Evidence::State state);  // "ready"

// Newest first, those taken away among them.
std::vector<Evidence> read_evidence(Scope& scope, ActionId action);

struct NewEvidence {
    std::string title;
    std::optional<StepId> step;  // of the action, not deleted: the caller looked
    std::string_view name, bytes;
};
// The file is judged before anything is written; its line is written with it, or neither.
std::expected<EvidenceId, documents::FileRefusal> attach_evidence(Scope& scope, const identity::Actor& actor,
                                                                  ActionId action, const NewEvidence& piece,
                                                                  const platform::crypto::Randomness& random);

// Takes a piece and its file out of sight, or brings them back. False: no such piece of this action, already
// so, or not allowed.
bool set_evidence_presence(Scope& scope, const identity::Actor& actor, ActionId action, EvidenceId piece,
                           documents::Presence presence);

// Takes away, or brings back.
bool may_remove(const identity::Actor& actor, const Evidence& piece);

}  // namespace maillage::strategy
