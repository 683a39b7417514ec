#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "platform/csv/table.hpp"
#include "platform/i18n/words.hpp"

// Which column of a table of figures is what: titles as our workbooks write them, in either language.
namespace maillage::indicators {

struct TableColumns {
    std::optional<std::size_t> code, unit, line, provisional;
    std::vector<std::size_t> periods;  // every other column with a title
};
// Without a column of codes, the first one names the indicators.
TableColumns columns_of(const platform::i18n::Catalogues& catalogues, const platform::csv::Table& table);
// Whether a row says that its numbers are the totals of shares.
bool is_whole(const platform::i18n::Catalogues& catalogues, std::string_view line);

// The title that tells the rows of a kept table: their number in the spreadsheet.
inline constexpr std::string_view number_title = "#";

}  // namespace maillage::indicators
