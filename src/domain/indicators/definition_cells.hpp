#pragma once

#include "domain/indicators/definition_import.hpp"
#include "platform/spreadsheet/xlsx_writer.hpp"

// The cells of a table of indicators: read as the fields of the form, and written.
namespace maillage::indicators {

DefinitionLine read_line(const DefinitionGround& ground, const platform::i18n::Words& words,
                         const DefinitionMapping& mapping, const platform::csv::Table::Line& line);

platform::spreadsheet::Cell cell_of(const platform::i18n::Words& words, const Definition& definition,
                                    std::string_view field);

// What a field of a list may hold, with its words; empty for the other fields.
std::vector<platform::html::Option> choices_of(const platform::i18n::Words& words,
                                               const DefinitionGround& ground, std::string_view field);

}  // namespace maillage::indicators
