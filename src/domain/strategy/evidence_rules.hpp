#pragma once

#include "domain/strategy/evidence_types.hpp"

namespace maillage::strategy {

// Who asks to take a piece away, or to bring it back.
struct EvidenceAsker {
    std::int64_t account = 0;
    bool may_attach = false, may_edit = false;
};

// Who runs the strategy takes away any piece; who attached one, that one.
bool may_remove(const Evidence& piece, const EvidenceAsker& asker);

}  // namespace maillage::strategy
