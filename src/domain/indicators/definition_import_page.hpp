#pragma once

#include <string>
#include <string_view>

#include "domain/indicators/definition_import.hpp"

// The pages of the import of indicators: the file, the reading of a workbook, the preview.
namespace maillage::indicators {

std::string import_path(const identity::Call& call, std::string_view id = {}, std::string_view rest = {});

platform::html::Page import_file_page(const identity::Call& call, const platform::html::FormState& state);
platform::html::Page import_reading_page(const identity::Call& call, std::int64_t job);

struct ImportPreview {
    std::string_view id;
    const DefinitionGround& ground;
    const DefinitionJudgement& judgement;
    std::optional<std::int64_t> written;  // by the confirmation that led here
};
platform::html::Page import_preview_page(const identity::Call& call, const ImportPreview& preview);

// "c-4-frequency": the field of a correction, and what it names.
std::string correction_field(std::size_t line, std::string_view field);
struct CorrectedCell {
    std::size_t line = 0;
    std::string field;
};
std::optional<CorrectedCell> corrected_cell(std::string_view name);

}  // namespace maillage::indicators
