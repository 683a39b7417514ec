#pragma once

#include <cstddef>
#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/csv/reader.hpp"

namespace maillage::platform::csv {

// A whole file in memory: what an import screen works on. The spreadsheet reader gives the same. The ' that
// our exports put before a formula is taken off (guard.hpp).
struct Table {
    struct Line {
        std::size_t number;              // in the file, as the user sees it
        std::vector<std::string> cells;  // as many as the header
    };
    // A line with more or fewer cells than the header, which says nothing about which cell is missing: it is
    // reported, not read. Empty cells beyond the header are not counted (Excel adds them).
    struct Ragged {
        std::size_t number;
        std::vector<std::string> cells;
    };
    std::vector<std::string> header;  // trimmed
    std::vector<Line> lines;          // without those whose cells are all empty
    std::vector<Ragged> ragged;

    // The column titled `title`, without regard to case and accents; nothing when there is none.
    std::optional<std::size_t> column(std::string_view title) const;
};

std::expected<Table, CsvProblem> read_table(std::string_view bytes, const CsvLimits& limits = {});

// The rule of what is a line, shared with the spreadsheet reader.
void add_line(Table& table, const Row& row);

}  // namespace maillage::platform::csv
