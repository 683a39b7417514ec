#pragma once

#include <array>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "domain/strategy/action_view.hpp"
#include "platform/csv/table.hpp"

// The lines of a table that somebody wants to import, judged one by one before anything is written.
namespace maillage::strategy {

inline constexpr std::array<std::string_view, 9> import_fields{
    "code", "domain", "title", "pilot", "group", "state", "progress", "due", "partners"};

inline constexpr std::size_t import_lines = 5'000;
inline constexpr platform::csv::CsvLimits import_limits{.bytes = std::size_t{2} << 20U,
                                                        .rows = import_lines + 1,
                                                        .columns = 60,
                                                        .cell_bytes = 4'096};  // a header
// Field → column; a field without column is left as it is.
using ImportMapping = std::map<std::string, std::size_t>;
// By the titles of the columns, in either language.
// By the names of the exports, or by the words of either language: a file travels further than its author's
// choice.
ImportMapping guessed_mapping(const platform::i18n::Catalogues& catalogues,
                              const platform::csv::Table& table);
// Headers of the columns that nothing is read from.
std::vector<std::string> left_aside(const ImportMapping& mapping, const platform::csv::Table& table);
std::string as_text(const ImportMapping& mapping);
ImportMapping mapping_from(std::string_view text);

struct ImportProblem {
    std::string column;  // empty: the line as a whole
    std::string sentence;

    std::string text() const { return column.empty() ? sentence : column + " : " + sentence; }
};
struct ImportRow {
    std::size_t number = 0;  // of the line in the file
    std::vector<std::string> cells;
    std::optional<Action> before;
    Action after;
    std::vector<ImportProblem> problems;

    bool changes() const { return problems.empty() && (!before || !differences(*before, after).empty()); }
};
struct ImportJudgement {
    std::vector<ImportRow> rows;
    std::int64_t added = 0, changed = 0, unchanged = 0, refused = 0;
};
// What the lines are judged against.
struct ImportGround {
    References references;
    std::function<std::optional<Action>(const std::string& code)> find;
    std::function<void(Action&, const std::vector<std::string>& names)> set_partners;
};
ImportJudgement judge_import(const ImportGround& ground, const platform::i18n::Words& words,
                             const platform::csv::Table& table, const ImportMapping& mapping);
// Against the council's strategy as it stands.
ImportJudgement judge_import(Scope& scope, const platform::i18n::Words& words,
                             const platform::csv::Table& table, const ImportMapping& mapping);

}  // namespace maillage::strategy
