#include "domain/indicators/definition_workbook.hpp"

#include <algorithm>

#include "domain/indicators/definition_cells.hpp"
#include "domain/indicators/definition_fields.hpp"
#include "foundation/check.hpp"

namespace maillage::indicators {
namespace {

namespace sheets = platform::spreadsheet;
using platform::i18n::Words;

// As many names as a cell is read with.
constexpr std::size_t most_choices = 40;

sheets::Sheet empty_sheet(const DefinitionGround& ground) {
    sheets::Sheet sheet{.name = std::string(definitions_sheet), .columns = {}, .rows = {}};
    for (const DefinitionColumn& column : definition_columns())
        sheet.columns.push_back({title_of(ground.catalogues, column), column.width});
    return sheet;
}

std::string how_to_fill(const Words& words, std::string_view field) {
    for (const TextOf& one : definition_texts())
        if (field == one.field) return words("indicators.model.text", {{"most", words.number(one.most)}});
    if (field == "code") return words("indicators.model.code");
    if (field == "baseline" || field == "target") return words("indicators.model.number");
    if (field == "baseline_period") return words("indicators.model.period");
    if (field == "target_by") return words("indicators.model.day");
    if (field == "owner") return words("indicators.model.owner");
    return words("indicators.model.list");
}

std::string taken(const Words& words, const DefinitionGround& ground, std::string_view field) {
    std::string text;
    std::size_t said = 0;
    for (const auto& one : choices_of(words, ground, field)) {
        if (said++ == most_choices) return text + " · …";
        text += (text.empty() ? "" : " · ") + one.label;
    }
    return text;
}

sheets::Sheet instructions(const Words& words, const DefinitionGround& ground) {
    sheets::Sheet sheet{.name = words("indicators.model.sheet"),
                        .columns = {{words("indicators.model.column"), 50},
                                    {words("indicators.model.needed"), 14},
                                    {words("indicators.model.what"), 60},
                                    {words("indicators.model.values"), 80}},
                        .rows = {}};
    const std::string yes = words("indicators.import.yes"), no = words("indicators.import.no");
    for (const DefinitionColumn& column : definition_columns())
        sheet.rows.push_back({title_of(ground.catalogues, column), column.required ? yes : no,
                              how_to_fill(words, column.field), taken(words, ground, column.field)});
    sheet.rows.push_back({words("indicators.model.period_column"), no, words("indicators.model.figures"),
                          words("indicators.model.figures_example")});
    return sheet;
}

std::string written(const std::vector<sheets::Sheet>& all) {
    auto bytes = sheets::write_xlsx(all);
    foundation::check(bytes.has_value(), "the indicators of a council fit in a sheet");
    return *std::move(bytes);
}

}  // namespace

std::string model_workbook(const Words& words, const DefinitionGround& ground) {
    sheets::Sheet sheet = empty_sheet(ground);
    for (const int years : {2, 1}) sheet.columns.push_back({std::to_string(ground.today.year() - years)});
    return written({std::move(sheet), instructions(words, ground)});
}

std::string definitions_workbook(const Words& words, const DefinitionGround& ground) {
    sheets::Sheet sheet = empty_sheet(ground);
    for (const auto& [code, reading] : ground.known) {
        std::vector<sheets::Cell> cells;
        for (const DefinitionColumn& column : definition_columns())
            cells.push_back(cell_of(words, reading.indicator.definition, column.field));
        sheet.rows.push_back(std::move(cells));
    }
    return written({std::move(sheet), instructions(words, ground)});
}

}  // namespace maillage::indicators
