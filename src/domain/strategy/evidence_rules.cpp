#include "domain/strategy/evidence_rules.hpp"

namespace maillage::strategy {

bool may_remove(const Evidence& piece, const EvidenceAsker& asker) {
    if (!asker.may_attach) return false;
    return asker.may_edit || (asker.account != 0 && piece.account == asker.account);
}

}  // namespace maillage::strategy
