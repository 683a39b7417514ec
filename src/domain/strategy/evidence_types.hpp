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
    enum class State : std::uint8_t { checking, ready, refused } state = State::checking;
    std::string refusal;         // key of a message, when it was refused
    std::int64_t check_job = 0;  // followed by who attached it
    std::optional<foundation::Instant> removed_at;
    std::string removed_by;
};

}  // namespace maillage::strategy
