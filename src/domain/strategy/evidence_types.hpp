#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "domain/strategy/action_types.hpp"

namespace maillage::strategy {

using EvidenceId = foundation::StrongId<struct EvidenceIdTag>;

// A file that proves an action, or one of its steps.
struct Evidence {
    EvidenceId id{0};
    std::string document;  // the file's address: /{council}/documents/{document}
    std::optional<StepId> step;
    std::string title;
    foundation::Instant at;
    std::string author;
    std::int64_t account = 0;
    std::string kind;  // "pdf"; empty once it is taken away
    std::int64_t size_bytes = 0;
    std::optional<foundation::Instant> removed_at;
    std::string removed_by;
};

}  // namespace maillage::strategy
