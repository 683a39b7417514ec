#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "domain/strategy/action_types.hpp"

// Every part of an action or a step that can change, by name and as text: what the history keeps, what
// undoing puts back, what two versions are compared by.
namespace maillage::strategy {

std::span<const std::string_view> action_field_names();
std::string field_of(const Action& action, std::string_view field);
// False when the text cannot be that field's value.
bool set_field(Action& action, std::string_view field, std::string_view text);

std::span<const std::string_view> step_field_names();
std::string field_of(const Step& step, std::string_view field);
bool set_field(Step& step, std::string_view field, std::string_view text);

// "a; b" and back; blanks dropped, doubles kept once.
std::string joined(const std::vector<std::string>& parts);
std::vector<std::string> parted(std::string_view text);

struct FieldChange {
    ActionId action{0};
    std::optional<StepId> step;
    std::string field, old_value, new_value;
    std::int64_t part = 0;  // number of the link, record, line or news that changed as a whole

    friend bool operator==(const FieldChange&, const FieldChange&) = default;
};
std::vector<FieldChange> differences(const Action& before, const Action& after);
std::vector<FieldChange> differences(ActionId action, const Step& before, const Step& after);

}  // namespace maillage::strategy
