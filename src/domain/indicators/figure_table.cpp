#include "domain/indicators/figure_table.hpp"

#include <algorithm>
#include <charconv>
#include <set>

#include "domain/indicators/table_columns.hpp"
#include "foundation/text.hpp"

namespace maillage::indicators {
namespace {

using identity::Call;
using platform::csv::Table;
using platform::i18n::Language;
using platform::i18n::Words;

bool blank(std::string_view text) { return foundation::trimmed(text).empty(); }
bool same_words(std::string_view one, std::string_view other) {
    return foundation::folded(foundation::trimmed(one)) == foundation::folded(foundation::trimmed(other));
}

// What is typed in the preview takes the place of what the table says.
std::string corrected(const TableAsked& asked, const std::string& field, std::string_view sent) {
    const auto typed = asked.corrections.find(field);
    return std::string(foundation::trimmed(typed ? *typed : sent));
}

const Reading* named(const Section& section, std::string_view text) {
    for (const Reading& reading : section.readings) {
        const Definition& said = reading.indicator.definition;
        if (same_words(said.code, text) || same_words(said.name, text) ||
            (!said.name_en.empty() && same_words(said.name_en, text)))
            return &reading;
    }
    return nullptr;
}

class Judge {
 public:
    Judge(const Call& call, const TableAsked& asked)
        : call_(call), asked_(asked), columns_(columns_of(call.services.catalogues, asked.table)) {}

    TableJudgement judge() {
        judged_.tells_when = moment_of(asked_.table).has_value();
        periods();
        for (const Table::Line& line : asked_.table.lines) row(line.number, line.cells);
        for (const Table::Ragged& line : asked_.table.ragged) ragged(line);
        for (auto& [name, cell] : found_) finish(cell);
        return std::move(judged_);
    }

 private:
    void problem(LineFault fault, std::string field, std::string typed, std::string values,
                 std::string about = {}) {
        judged_.problems.push_back({.fault = fault,
                                    .field = std::move(field),
                                    .typed = std::move(typed),
                                    .about = std::move(about),
                                    .values = std::move(values)});
    }

    // The values of a row or of a column that cannot be read, for the eye.
    static void add_value(std::string& all, std::string_view value) {
        if (!blank(value)) all += (all.empty() ? "" : " · ") + std::string(foundation::trimmed(value));
    }
    std::string values_under(std::size_t column) const {
        std::string all;
        for (const Table::Line& line : asked_.table.lines) add_value(all, line.cells[column]);
        return all;
    }
    std::string values_of(const std::vector<std::string>& cells) const {
        std::string all;
        for (const std::size_t column : columns_.periods)
            if (column < cells.size()) add_value(all, cells[column]);
        return all;
    }

    void periods() {
        std::set<Period> seen;
        for (const std::size_t column : columns_.periods) {
            const std::string field = "column-" + std::to_string(column);
            const std::string typed = corrected(asked_, field, asked_.table.header[column]);
            const std::string values = values_under(column);
            // A column without values asks for nothing, whatever its title is.
            if (typed.empty() || values.empty()) continue;
            const auto period = parse_period(typed);
            if (!period)
                problem(LineFault::no_period, field, typed, values);
            else if (period->last_day() >= call_.today)
                problem(LineFault::future, field, typed, values);
            else if (!seen.insert(*period).second)
                problem(LineFault::period_twice, field, typed, values);
            else
                periods_.emplace_back(column, *period);
        }
    }

    std::string at(const std::vector<std::string>& cells, std::optional<std::size_t> column) const {
        return column && *column < cells.size() ? cells[*column] : std::string();
    }

    void row(std::size_t number, const std::vector<std::string>& cells) {
        const std::string field = "row-" + std::to_string(number), values = values_of(cells);
        const std::string code = corrected(asked_, field, at(cells, columns_.code));
        if (values.empty() || code.empty()) return;
        const Reading* reading = named(asked_.section, code);
        if (reading == nullptr) return problem(LineFault::unknown_code, field, code, values);
        if (reading->indicator.definition.computed) return problem(LineFault::computed, field, code, values);
        if (!may_fill(call_.actor, reading->indicator))
            return problem(LineFault::unknown_code, field, code, values);
        const bool whole = is_whole(call_.services.catalogues, at(cells, columns_.line));
        if (!rows_.insert({reading, whole}).second)
            return problem(LineFault::code_twice, field, code, values);
        if (!unit_stands(number, *reading, at(cells, columns_.unit), values)) return;
        const auto marks = whole ? std::nullopt : marks_of(number, cells, values);
        if (!whole && columns_.provisional && !marks) return;
        for (const auto& [column, period] : periods_) {
            const GridCell cell = cell_at(*reading, period);
            TableCell& kept =
                found_.try_emplace(cell.field(), TableCell{.cell = cell, .typed = {}}).first->second;
            (whole ? kept.typed.whole : kept.typed.value) = at(cells, column);
            if (marks) kept.typed.provisional = marks->contains(period);
        }
    }

    // The provisional periods of a row; nothing where the table has no column of them or it cannot be read.
    std::optional<std::set<Period>> marks_of(std::size_t number, const std::vector<std::string>& cells,
                                             const std::string& values) {
        if (!columns_.provisional) return std::nullopt;
        const std::string field = "provisional-" + std::to_string(number);
        std::string typed = corrected(asked_, field, at(cells, columns_.provisional));
        std::ranges::replace_if(typed, [](char c) { return c == ',' || c == ';'; }, ' ');
        std::set<Period> periods;
        for (const std::string_view one : foundation::split(typed, ' ')) {
            if (blank(one)) continue;
            const auto period = parse_period(one);
            if (!period) {
                problem(LineFault::no_mark, field, typed, values);
                return std::nullopt;
            }
            periods.insert(*period);
        }
        return periods;
    }

    // The definition may have changed since the workbook was made: hours are not days.
    bool unit_stands(std::size_t number, const Reading& reading, std::string_view unit,
                     const std::string& values) {
        const Definition& said = reading.indicator.definition;
        const std::string field = "unit-" + std::to_string(number);
        const bool same = blank(unit) || same_words(unit, said.unit) || same_words(unit, said.unit_en);
        if (same || asked_.corrections.get(field) == "1") return true;
        problem(LineFault::other_unit, field, std::string(unit), said.name + " : " + values, said.unit);
        return false;
    }

    void ragged(const Table::Ragged& line) {
        if (line.cells.size() < asked_.table.header.size()) return row(line.number, line.cells);
        std::string values;
        for (const std::string& cell : line.cells) add_value(values, cell);
        problem(LineFault::too_long, "row-" + std::to_string(line.number), "", values);
        judged_.problems.back().can_be_corrected = false;
    }

    std::optional<Figure> base_of(const GridCell& cell) const {
        const auto known = asked_.base.find(cell.reading->indicator.id);
        if (known == asked_.base.end()) return std::nullopt;
        for (const Figure& figure : known->second)
            if (figure.period == cell.period &&
                figure.perimeter == cell.reading->indicator.definition.perimeter)
                return figure;
        return std::nullopt;
    }

    // With its mark, where the table says it.
    static bool same_value(const TableCell& cell, const std::optional<Figure>& one,
                           const std::optional<Figure>& other) {
        if (one.has_value() != other.has_value()) return false;
        return !one || (one->value == other->value && one->of == other->of &&
                        (!cell.typed.provisional || one->provisional == other->provisional));
    }

    void finish(TableCell& cell) {
        const std::string field = cell.cell.field(), whole = cell.cell.whole_field();
        // "30/40" in one cell is a part of its whole.
        const std::size_t slash = cell.typed.value.find('/');
        if (cell.cell.reading->measure() == Measure::share && slash != std::string::npos &&
            blank(cell.typed.whole)) {
            cell.typed.whole = cell.typed.value.substr(slash + 1);
            cell.typed.value.resize(slash);
        }
        cell.typed = {.value = corrected(asked_, field, cell.typed.value),
                      .whole = corrected(asked_, whole, cell.typed.whole),
                      .provisional = cell.typed.provisional};
        cell.mine = asked_.corrections.get("mine-" + field) == "1";
        const Definition& said = cell.cell.reading->indicator.definition;
        auto read = read_cell(said, cell.cell.period, cell.cell.known, cell.typed);
        if (!read) {
            cell.result = CellResult::refused;
            cell.problem = read.error();
            judged_.cells.push_back(cell);
            return;
        }
        if (!*read) return;
        cell.after = std::move(*read);
        if (judged_.tells_when) cell.base = base_of(cell.cell);
        std::optional<Figure> now;
        if (cell.cell.known != nullptr) now = *cell.cell.known;
        const bool typed_anew = !judged_.tells_when || !same_value(cell, cell.after, cell.base);
        if (same_value(cell, cell.after, now) || !typed_anew)
            cell.result = CellResult::same;
        else if (judged_.tells_when && !same_value(cell, now, cell.base))
            cell.result = CellResult::conflict;
        else
            cell.result = now ? CellResult::changed : CellResult::added;
        judged_.cells.push_back(cell);
    }

    const Call& call_;
    const TableAsked& asked_;
    const TableColumns columns_;
    std::vector<std::pair<std::size_t, Period>> periods_;
    std::set<std::pair<const Reading*, bool>> rows_;
    std::map<std::string, TableCell> found_;
    TableJudgement judged_;
};

}  // namespace

std::size_t TableJudgement::count(CellResult result) const {
    return static_cast<std::size_t>(std::ranges::count(cells, result, &TableCell::result));
}

std::size_t TableJudgement::to_write() const {
    return static_cast<std::size_t>(std::ranges::count_if(cells, [](const TableCell& cell) {
        return cell.result == CellResult::added || cell.result == CellResult::changed ||
               (cell.result == CellResult::conflict && cell.mine);
    }));
}

TableJudgement judge_table(const Call& call, const TableAsked& asked) { return Judge(call, asked).judge(); }

std::string moment_text(foundation::Instant moment) {
    const auto since = std::chrono::floor<std::chrono::microseconds>(moment.time_since_epoch());
    return "v" + std::to_string(since.count());
}

std::optional<foundation::Instant> moment_of(const Table& table) {
    for (const Table::Line& line : table.lines)
        for (const std::string& cell : line.cells) {
            if (cell.size() < 12 || cell.size() > 20 || cell.front() != 'v') continue;
            std::int64_t count = 0;
            const auto [end, error] = std::from_chars(cell.data() + 1, cell.data() + cell.size(), count);
            if (error == std::errc() && end == cell.data() + cell.size())
                return foundation::Instant(std::chrono::microseconds(count));
        }
    return std::nullopt;
}

std::string in_words(const Words& words, const LineProblem& problem) {
    switch (problem.fault) {
    case LineFault::no_period: return words("indicators.refusal.no_period");
    case LineFault::future: return words("indicators.refusal.future");
    case LineFault::period_twice: return words("indicators.table.period_twice");
    case LineFault::unknown_code: return words("indicators.table.unknown_code");
    case LineFault::computed: return words("indicators.table.computed");
    case LineFault::code_twice: return words("indicators.table.code_twice");
    case LineFault::no_mark: return words("indicators.table.no_mark");
    case LineFault::other_unit:
        return words("indicators.table.other_unit", {{"sent", problem.typed}, {"unit", problem.about}});
    case LineFault::too_long: return words("indicators.table.too_long");
    }
    __builtin_unreachable();
}

}  // namespace maillage::indicators
