#include <algorithm>
#include <set>

#include "domain/indicators/figure_table.hpp"
#include "domain/indicators/indicator_words.hpp"
#include "domain/indicators/workbook_job.hpp"
#include "foundation/check.hpp"
#include "platform/spreadsheet/xlsx_writer.hpp"

// The entry grid as a workbook.
namespace maillage::indicators {
namespace {

namespace sheets = platform::spreadsheet;
using platform::i18n::Words;

// Every period that a row offers, in order; a cell that its row does not offer stays empty.
std::vector<Period> periods_of(const Grid& grid) {
    std::set<Period> all;
    for (const auto& row : grid)
        for (const GridCell& cell : row) all.insert(cell.period);
    return {all.begin(), all.end()};
}

// "2026-T1 2026-T2"
std::string provisional_periods(const std::vector<GridCell>& row) {
    std::string all;
    for (const GridCell& cell : row)
        if (cell.known != nullptr && cell.known->provisional)
            all += (all.empty() ? "" : " ") + written(cell.period);
    return all;
}

sheets::Cell number(const std::optional<double>& value) {
    return value ? sheets::Cell(*value) : sheets::Cell();
}

}  // namespace

std::string workbook_of(const identity::Call& call, const Grid& grid) {
    const Words& words = call.words;
    const std::vector<Period> periods = periods_of(grid);
    sheets::Sheet sheet{.name = words("indicators.table.sheet"),
                        .columns = {{words("indicators.table.code"), 30},
                                    {words("indicators.field.name"), 50},
                                    {words("indicators.field.unit")},
                                    {words("indicators.table.line"), 12}},
                        .rows = {}};
    for (const Period& period : periods) sheet.columns.push_back({written(period), 12});
    sheet.columns.push_back({words("indicators.table.provisional"), 20});
    sheet.columns.push_back({words("indicators.table.moment"), 20});
    for (const auto& row : grid) {
        const Definition& said = row.front().reading->indicator.definition;
        const auto add = [&](const std::string& line, bool whole) {
            std::vector<sheets::Cell> cells{said.code, localised(words, said.name, said.name_en),
                                            localised(words, said.unit, said.unit_en), line};
            for (const Period& period : periods) {
                const auto offered = std::ranges::find(row, period, &GridCell::period);
                const Figure* known = offered == row.end() ? nullptr : offered->known;
                if (known == nullptr)
                    cells.emplace_back();
                else
                    cells.push_back(number(whole ? known->of : std::optional(known->value)));
            }
            cells.emplace_back(whole ? std::string() : provisional_periods(row));
            cells.emplace_back(moment_text(call.now));
            sheet.rows.push_back(std::move(cells));
        };
        const bool share = said.measure == Measure::share;
        add(share ? words("indicators.field.part") : words("indicators.field.value"), false);
        if (share) add(words("indicators.table.whole"), true);
    }
    auto written = sheets::write_xlsx(std::span(&sheet, 1));
    foundation::check(written.has_value(), "a grid fits in a sheet");
    return *std::move(written);
}

}  // namespace maillage::indicators
