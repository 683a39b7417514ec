#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/indicators/indicator_types.hpp"
#include "platform/csv/table.hpp"
#include "platform/i18n/words.hpp"

// The columns of a table of indicators: of the model, of the export and of what is imported.
namespace maillage::indicators {

inline constexpr std::size_t import_lines = 500;
inline constexpr platform::csv::CsvLimits import_limits{.bytes = std::size_t{2} << 20U,
                                                        .rows = import_lines + 1,  // a header
                                                        .columns = 80,
                                                        .cell_bytes = 16'384};
// A correction gives a line a column that its file had not.
inline constexpr platform::csv::CsvLimits kept_limits{.bytes = 2 * import_limits.bytes,
                                                      .rows = import_limits.rows,
                                                      .columns = 2 * import_limits.columns,
                                                      .cell_bytes = import_limits.cell_bytes};

struct DefinitionColumn {
    std::string_view field;  // "frequency"
    platform::i18n::Key label;
    bool required = false;
    double width = 16;  // in characters
};
const std::vector<DefinitionColumn>& definition_columns();
// "Fréquence / Frequency": one file for both languages.
std::string title_of(const platform::i18n::Catalogues& catalogues, const DefinitionColumn& column);
// "Fréquence"; of a column of values, its period.
std::string label_of(const platform::i18n::Words& words, std::string_view field);

// Which column of a table is which field. A column titled by a period holds the values of that period; its
// field is value_field(period).
struct DefinitionMapping {
    std::map<std::string, std::size_t, std::less<>> columns;
    std::vector<std::pair<std::string, Period>> values;  // in the order of the table
    std::vector<std::string> aside;                      // titles that nothing is read from
    std::vector<std::string> repeated;                   // titles of a field that another column has
};
std::string value_field(const Period& period);  // "v-2024-T1"
// By the titles of the model, by the words of either language, or by the names of the fields.
DefinitionMapping mapping_of(const platform::i18n::Catalogues& catalogues, const platform::csv::Table& table);

}  // namespace maillage::indicators
