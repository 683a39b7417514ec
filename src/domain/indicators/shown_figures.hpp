#pragma once

#include <map>
#include <optional>
#include <string>

#include "domain/indicators/indicator_types.hpp"

// What a form showed of the figures that stand, exact to the last digit: it comes back with what was typed,
// and tells a value that was changed there from one that another changed meanwhile.
namespace maillage::indicators {

struct ShownValue {
    double value = 0;
    std::optional<double> of;

    friend bool operator==(const ShownValue&, const ShownValue&) = default;
};
ShownValue shown_value(const Figure& figure);
// "4.5", of a share "30/40".
std::string written(const ShownValue& value);

// By the name of the input; a cell that showed nothing is not there.
using ShownFigures = std::map<std::string, ShownValue, std::less<>>;
// "v-hours_2026-T1=4.5 v-answers_2026-T1=30/40"
std::string written(const ShownFigures& figures);
// What is not written so is left out: such a cell showed nothing that could be replaced.
ShownFigures read_shown(std::string_view text);

}  // namespace maillage::indicators
