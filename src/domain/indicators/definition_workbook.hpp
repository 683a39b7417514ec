#pragma once

#include <string>
#include <string_view>

#include "domain/indicators/definition_import.hpp"

// The workbook of indicators: the model that a council fills in, and its indicators as they are.
namespace maillage::indicators {

// The same in both languages: of the sheets of a workbook, the one that is read.
inline constexpr std::string_view definitions_sheet = "Indicateurs - Indicators";

// Without a line, with a sheet that says what to write in each column, and two columns for first values.
std::string model_workbook(const platform::i18n::Words& words, const DefinitionGround& ground);
std::string definitions_workbook(const platform::i18n::Words& words, const DefinitionGround& ground);

}  // namespace maillage::indicators
