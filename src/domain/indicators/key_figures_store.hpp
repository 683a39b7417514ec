#pragma once

#include <span>
#include <string>
#include <vector>

#include "domain/governance/api.hpp"
#include "domain/indicators/actions_by_state.hpp"
#include "domain/indicators/board.hpp"

namespace maillage::indicators {

// The codes that the coordinator chose, in order; none when the choice is left to the application.
std::vector<std::string> chosen_key_figures(platform::db::Tx& tx, const identity::Actor& actor);
// Five at most, each once, of this council: the form looked. None takes the choice back. False for who may
// not.
bool choose_key_figures(platform::db::Tx& tx, const identity::Actor& actor,
                        std::span<const std::string> codes);

// What the data say is waiting for a decision of the council; nothing else is supposed.
struct Awaited {
    std::vector<std::string> groups;  // codes of those with indicators that they have not agreed on
    std::int64_t suspended = 0;       // actions, to take up again or to abandon
    std::int64_t supposed_seats = 0;  // to confirm
    std::vector<governance::Body> without_quorum;  // plenary and restricted formation

    bool any() const {
        return !groups.empty() || suspended > 0 || supposed_seats > 0 || !without_quorum.empty();
    }
};

// One screen: the figures, when bodies meet next, what waits.
struct KeyFigures {
    std::vector<Reading> figures;
    bool chosen = false;
    std::vector<governance::ExpectedMeeting> meetings;
    Awaited awaited;
};
KeyFigures read_key_figures(platform::db::Tx& tx, const identity::Call& call);

}  // namespace maillage::indicators
