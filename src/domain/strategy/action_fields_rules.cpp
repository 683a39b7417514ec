#include "domain/strategy/action_fields_rules.hpp"

#include <algorithm>

#include "foundation/check.hpp"
#include "foundation/text.hpp"
#include "foundation/whole_number.hpp"

namespace maillage::strategy {
namespace {

using foundation::Date;

constexpr std::array<std::string_view, 18> action_names{
    "domain",     "objective", "group",         "title",    "title_en",  "summary",
    "summary_en", "state",     "state_reason",  "pilot",    "quartiers", "starts",
    "due",        "axes",      "organisations", "partners", "deleted",   "code"};
constexpr std::array<std::string_view, 7> step_names{"title",   "title_en", "weight", "due",
                                                     "done_at", "position", "deleted"};

std::string iso(const std::optional<Date>& day) { return day ? day->iso() : std::string(); }

bool set_date(std::optional<Date>& target, std::string_view text) {
    target = Date::parse_iso(text);
    return text.empty() || target.has_value();
}

bool set_number(int& target, std::string_view text) {
    const auto number = foundation::whole_number<int>(text);
    target = number.value_or(target);
    return number.has_value();
}

// `Owner` is Action or const Action: one list serves reading and writing.
template <class Owner>
auto text_of(Owner& action, std::string_view field) -> decltype(&action.code) {
    if (field == "code") return &action.code;
    if (field == "domain") return &action.domain;
    if (field == "objective") return &action.objective;
    if (field == "group") return &action.group;
    if (field == "title") return &action.title;
    if (field == "title_en") return &action.title_en;
    if (field == "summary") return &action.summary;
    if (field == "summary_en") return &action.summary_en;
    if (field == "state_reason") return &action.state_reason;
    if (field == "pilot") return &action.pilot;
    return nullptr;
}

template <class Owner>
auto list_of(Owner& action, std::string_view field) -> decltype(&action.axes) {
    if (field == "quartiers") return &action.quartiers;
    if (field == "axes") return &action.axes;
    if (field == "organisations") return &action.organisations;
    if (field == "partners") return &action.partners;
    return nullptr;
}

}  // namespace

std::span<const std::string_view> action_field_names() { return action_names; }
std::span<const std::string_view> step_field_names() { return step_names; }

std::string joined(const std::vector<std::string>& parts) {
    std::string text;
    for (const std::string& part : parts) text += (text.empty() ? "" : "; ") + part;
    return text;
}

std::vector<std::string> parted(std::string_view text) {
    std::vector<std::string> parts;
    for (const std::string_view piece : foundation::split(text, ';')) {
        const std::string part(foundation::trimmed(piece));
        if (!part.empty() && std::find(parts.begin(), parts.end(), part) == parts.end())
            parts.push_back(part);
    }
    std::sort(parts.begin(), parts.end());
    return parts;
}

std::string field_of(const Action& action, std::string_view field) {
    if (const std::string* text = text_of(action, field)) return *text;
    if (const std::vector<std::string>* list = list_of(action, field)) return joined(*list);
    if (field == "state") return std::string(name_of(action.state));
    if (field == "starts") return iso(action.starts);
    if (field == "due") return iso(action.due);
    foundation::check(field == "deleted", "an action has no such field");
    return action.deleted ? "yes" : "";
}

bool set_field(Action& action, std::string_view field, std::string_view text) {
    if (std::string* target = text_of(action, field)) {
        *target = std::string(text);
        return true;
    }
    if (std::vector<std::string>* target = list_of(action, field)) {
        *target = parted(text);
        return true;
    }
    if (field == "state") {
        const std::optional<State> state = state_named(text);
        if (state) action.state = *state;
        return state.has_value();
    }
    if (field == "starts") return set_date(action.starts, text);
    if (field == "due") return set_date(action.due, text);
    if (field != "deleted") return false;
    action.deleted = text == "yes";
    return true;
}

std::string field_of(const Step& step, std::string_view field) {
    if (field == "title") return step.title;
    if (field == "title_en") return step.title_en;
    if (field == "weight") return std::to_string(step.weight);
    if (field == "due") return iso(step.due);
    if (field == "done_at") return iso(step.done_at);
    if (field == "position") return std::to_string(step.position);
    foundation::check(field == "deleted", "a step has no such field");
    return step.deleted ? "yes" : "";
}

bool set_field(Step& step, std::string_view field, std::string_view text) {
    if (field == "title") step.title = std::string(text);
    if (field == "title_en") step.title_en = std::string(text);
    if (field == "deleted") step.deleted = text == "yes";
    if (field == "weight") return set_number(step.weight, text);
    if (field == "position") return set_number(step.position, text);
    if (field == "due") return set_date(step.due, text);
    if (field == "done_at") return set_date(step.done_at, text);
    return std::find(step_names.begin(), step_names.end(), field) != step_names.end();
}

std::vector<FieldChange> differences(const Action& before, const Action& after) {
    std::vector<FieldChange> changes;
    for (const std::string_view field : action_names) {
        std::string old_value = field_of(before, field), new_value = field_of(after, field);
        if (old_value != new_value)
            changes.push_back(
                {after.id, std::nullopt, std::string(field), std::move(old_value), std::move(new_value)});
    }
    return changes;
}

std::vector<FieldChange> differences(ActionId action, const Step& before, const Step& after) {
    std::vector<FieldChange> changes;
    for (const std::string_view field : step_names) {
        std::string old_value = field_of(before, field), new_value = field_of(after, field);
        if (old_value != new_value)
            changes.push_back(
                {action, after.id, std::string(field), std::move(old_value), std::move(new_value)});
    }
    return changes;
}

}  // namespace maillage::strategy
