#include "domain/strategy/action_fields_rules.hpp"
#include "domain/strategy/action_view.hpp"

namespace maillage::strategy {

using platform::i18n::Words;

std::string state_word(const Words& words, State state) {
    switch (state) {
    case State::to_start: return words("strategy.state.to_start");
    case State::under_way: return words("strategy.state.under_way");
    case State::done: return words("strategy.state.done");
    case State::suspended: return words("strategy.state.suspended");
    case State::abandoned: return words("strategy.state.abandoned");
    }
    __builtin_unreachable();
}

std::string field_word(const Words& words, std::string_view field) {
    if (field == "code") return words("strategy.field.code");
    if (field == "domain") return words("strategy.field.domain");
    if (field == "objective") return words("strategy.field.objective");
    if (field == "group") return words("strategy.field.group");
    if (field == "title") return words("strategy.field.title");
    if (field == "title_en") return words("strategy.field.title_en");
    if (field == "summary") return words("strategy.field.summary");
    if (field == "summary_en") return words("strategy.field.summary_en");
    if (field == "state") return words("strategy.field.state");
    if (field == "state_reason") return words("strategy.field.state_reason");
    if (field == "pilot") return words("strategy.field.pilot");
    if (field == "quartiers") return words("strategy.field.quartiers");
    if (field == "starts") return words("strategy.field.starts");
    if (field == "due") return words("strategy.field.due");
    if (field == "axes") return words("strategy.field.axes");
    if (field == "organisations") return words("strategy.field.organisations");
    if (field == "partners") return words("strategy.field.partners");
    if (field == "progress") return words("strategy.field.progress");
    if (field == "weight") return words("strategy.field.weight");
    if (field == "done_at") return words("strategy.field.done_at");
    if (field == "position") return words("strategy.field.position");
    return words("strategy.field.deleted");
}

std::string value_word(const Words& words, std::string_view field, std::string_view value) {
    if (value.empty()) return words("strategy.value.none");
    if (field == "state") {
        const auto state = state_named(value);
        return state ? state_word(words, *state) : std::string(value);
    }
    if (field == "deleted") return words("strategy.value.yes");
    if (const auto day = foundation::Date::parse_iso(value)) return words.date(*day);
    return std::string(value);
}

std::string refusal_sentence(const Words& words, WriteRefusal refusal) {
    switch (refusal) {
    case WriteRefusal::not_found: return words("strategy.refusal.not_found");
    case WriteRefusal::conflict: return words("strategy.refusal.conflict");
    case WriteRefusal::reason_required: return words("strategy.refusal.reason_required");
    case WriteRefusal::decision_required: return words("strategy.refusal.decision_required");
    case WriteRefusal::code_taken: return words("strategy.refusal.code_taken");
    case WriteRefusal::unknown_code: return words("strategy.refusal.unknown_code");
    case WriteRefusal::doubled: return words("strategy.refusal.doubled");
    case WriteRefusal::already_undone: return words("strategy.refusal.already_undone");
    case WriteRefusal::too_old: return words("strategy.refusal.too_old");
    }
    __builtin_unreachable();
}

}  // namespace maillage::strategy
