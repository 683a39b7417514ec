#pragma once

#include <string>
#include <vector>

#include "domain/strategy/change_store.hpp"

// What was deleted lately, for those who may bring it back.
namespace maillage::strategy {

struct DeletedAction {
    std::string code, domain, title, title_en;
    ChangeSetId set{0};  // the act that deleted it
    foundation::Instant at;
    std::string author;
    bool undone = false;       // the act was undone already, but for this action
    std::int64_t actions = 0;  // of the act: undoing concerns them all
};
struct Deleted {
    std::vector<DeletedAction> actions;  // of one page
    std::int64_t rows = 0;
};
// Those whose deletion can still be undone: undo_days.
Deleted read_deleted(Scope& scope, std::int64_t page, std::int64_t per_page);

}  // namespace maillage::strategy
