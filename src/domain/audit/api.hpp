#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "platform/db/tx.hpp"

namespace maillage::audit {

// One act: who did what to which object. Words that name a person never enter: ids and codes only.
struct Entry {
    std::int64_t council = 0;
    std::int64_t account = 0;  // 0: the application itself (import, job)
    std::string_view act;      // "strategy.action.update": one of the policy's acts
    std::string object_kind;   // "action"
    std::string object;        // its code or id
    enum class Outcome : char { permitted = 'p', refused = 'r' } outcome = Outcome::permitted;
    std::string detail = "{}";  // JSON: field names and codes, never free text
};

// Appends in the caller's transaction: the act and its trace live or die together.
void record(platform::db::Tx& tx, const Entry& entry);

}  // namespace maillage::audit
