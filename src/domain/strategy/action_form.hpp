#pragma once

#include <expected>

#include "domain/strategy/action_view.hpp"

// The form that creates and edits an action: four fields are asked for (title, domain, pilot, due), the rest
// may wait.
namespace maillage::strategy {

platform::html::FormState state_of(const platform::i18n::Words& words, const Action& action);
// What was typed, kept as it is.
platform::html::FormState typed_state(const identity::Call& call);
// `base` with what the form says; the refusals go into `state`.
Action read_form(const identity::Call& call, const References& references, const Action& base,
                 platform::html::FormState& state);

struct FormView {
    const identity::Call& call;
    const References& references;
    const platform::html::FormState& state;
    std::string path;              // where it is sent
    std::string draft;             // where it is autosaved
    const Action* base = nullptr;  // nothing for a new action
};
void action_form(platform::html::Out& out, const FormView& view);

// Texts of several lines and of one: clean UTF-8 is given; other control characters are refused.
bool has_control_characters(std::string_view text, bool several_lines);
// Refuses the field when its text is too long, needed and absent, or not plain text; the trimmed text.
std::string checked_text(const platform::i18n::Words& words, platform::html::FormState& state,
                         std::string_view field, std::size_t most, bool required, bool several_lines = false);
std::optional<foundation::Date> checked_date(const platform::i18n::Words& words,
                                             platform::html::FormState& state, std::string_view field,
                                             bool required);

}  // namespace maillage::strategy
