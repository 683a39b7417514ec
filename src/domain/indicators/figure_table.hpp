#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "domain/indicators/cell_reading.hpp"
#include "domain/indicators/entry_grid.hpp"
#include "platform/csv/table.hpp"

// A table of figures that comes back from a spreadsheet: an indicator a row, a period a column, as the entry
// grid shows them and as its workbook was made.
namespace maillage::indicators {

inline constexpr platform::csv::CsvLimits table_limits{
    .bytes = std::size_t{1} << 20U, .rows = 500, .columns = 60, .cell_bytes = 500};
// Of one paste into the grid, and of what one preview shows to be corrected.
inline constexpr std::size_t most_pasted = 2'000, most_corrections = 150;

enum class CellResult : std::uint8_t {
    same,  // what stands, or what stood when the workbook was made
    added,
    changed,
    conflict,  // it changed since the workbook was made, and here too
    refused
};
struct TableCell {
    GridCell cell;
    CellTexts typed;
    std::optional<Figure> base;  // when the workbook was made; nothing when it does not say when
    std::optional<Figure> after;
    CellResult result = CellResult::same;
    std::optional<CellProblem> problem;
    bool mine = false;  // of a conflict: what is typed takes the place of what stands
};

enum class LineFault : std::uint8_t {
    no_period,     // of a column: 31/02
    future,        // of a column
    period_twice,  // of a column
    unknown_code,  // of a row: no indicator that one fills here
    computed,      // of a row: its values are counted by the application
    code_twice,    // of a row
    no_mark,       // of a row: what is written as its provisional periods is no period
    other_unit,    // of a row: the definition has another unit since
    too_long       // of a row: more cells than the first one
};
// A row or a column that says nothing until it is corrected; emptied, it is left aside.
struct LineProblem {
    LineFault fault;
    std::string field;   // "column-3", "row-7", "unit-7", "provisional-7": of the input that corrects it
    std::string typed;   // "31/02"
    std::string about;   // unit of the indicator, where the fault is of units
    std::string values;  // what stands there, so that nothing is lost
    bool can_be_corrected = true;
};

struct TableJudgement {
    std::vector<TableCell> cells;  // those with a value
    std::vector<LineProblem> problems;
    bool tells_when = false;  // whether the table says when it was made

    std::size_t count(CellResult result) const;
    std::size_t to_write() const;  // added, changed, and conflicts decided
};

// What the form of the preview corrects: fields of cells, of rows, of columns; "mine-…" for conflicts.
struct TableAsked {
    const Section& section;
    const platform::csv::Table& table;
    const platform::http::Fields& corrections;
    const FiguresByIndicator& base;
};
TableJudgement judge_table(const identity::Call& call, const TableAsked& asked);

// When the workbook was made, as its cells say it: "v1764504333123456".
std::string moment_text(foundation::Instant moment);
std::optional<foundation::Instant> moment_of(const platform::csv::Table& table);

std::string in_words(const platform::i18n::Words& words, const LineProblem& problem);

}  // namespace maillage::indicators
