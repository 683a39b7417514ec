#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/final_review/text_store.hpp"
#include "domain/final_review/window_rules.hpp"
#include "domain/indicators/api.hpp"
#include "domain/snapshots/api.hpp"
#include "domain/strategy/api.hpp"

// The final review (EVA-4), assembled from what the other slices say.
namespace maillage::final_review {

// An indicator under an objective, and why it stands there: the actions that name it, or the group that they
// belong to.
struct LinkedIndicator {
    indicators::AgainstTarget told;
    std::vector<std::string> actions;  // codes; empty when it is there by its group
};

struct Part {
    std::string key;    // the code of an objective; whole_part; without_objective
    std::string title;  // in the reader's language
    std::vector<strategy::ActionCourse> actions;
    std::vector<LinkedIndicator> indicators;
    std::optional<Text> text;
};
// The strategy as a whole: the council's own indicators and the summary.
inline constexpr std::string_view whole_part = "whole";
// Actions that no objective holds; it has no text.
inline constexpr std::string_view without_objective = "none";

struct Review {
    strategy::Term term;
    WindowState state = WindowState::not_set;
    std::optional<Window> window;
    std::vector<Part> parts;                 // the whole first
    std::vector<snapshots::Head> snapshots;  // taken during the term, the oldest first
    std::optional<int> below = {};           // small counts that the reader is not given
};
Review read_review(platform::db::Tx& tx, const identity::Call& call);

// A part that has a text: the whole or an objective; its title.
std::optional<std::string> title_of_part(platform::db::Tx& tx, const identity::Call& call,
                                         std::string_view key);

}  // namespace maillage::final_review
