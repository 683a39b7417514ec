#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/date.hpp"
#include "foundation/instant.hpp"
#include "foundation/strong_id.hpp"

namespace maillage::strategy {

using ActionId = foundation::StrongId<struct ActionIdTag>;
using StepId = foundation::StrongId<struct StepIdTag>;
using ChangeSetId = foundation::StrongId<struct ChangeSetIdTag>;
using RecordId = foundation::StrongId<struct RecordIdTag>;

// Exactly one at any moment (EVA-2). "Late" is none of them: it is computed, never typed.
enum class State : std::uint8_t { to_start, under_way, done, suspended, abandoned };

inline constexpr std::array all_states{State::to_start, State::under_way, State::done, State::suspended,
                                       State::abandoned};

// Stable names: in the database, the addresses and the exports.
std::string_view name_of(State state);
std::optional<State> state_named(std::string_view name);

struct Step {
    StepId id{0};
    std::string code, title, title_en;
    int weight = 1;
    std::optional<foundation::Date> due, done_at;
    int position = 0;
    bool deleted = false;
};

struct Action {
    ActionId id{0};
    std::string code, domain, objective, group;
    std::string title, title_en, summary, summary_en;
    State state = State::to_start;
    std::string state_reason;
    std::string pilot;  // a function or a service
    std::vector<std::string> quartiers;
    std::optional<foundation::Date> starts, due;
    bool fictional = false;
    int version = 1;
    int progress = 0;  // percent
    std::optional<foundation::Date> next_step_due;
    foundation::Instant news_at{};
    bool deleted = false;
    std::vector<std::string> axes;
    std::vector<std::string> organisations;  // keys of the directory
    std::vector<std::string> partners;       // names that the directory does not know
};

}  // namespace maillage::strategy
