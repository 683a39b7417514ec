#include "domain/indicators/cell_reading.hpp"
#include "domain/indicators/entry_grid.hpp"
#include "domain/indicators/indicator_words.hpp"
#include "domain/indicators/shown_figures.hpp"
#include "foundation/text.hpp"

// What was typed in the grid, over what it showed.
namespace maillage::indicators {
namespace {

namespace html = platform::html;
using identity::Call;
using platform::i18n::Words;
using Shown = std::optional<ShownValue>;

// "1 204,5" is what "1204,5" was.
bool same_number(std::string_view typed, const std::string& shown) {
    const std::string_view text = foundation::trimmed(typed);
    if (text.empty() || shown.empty()) return text.empty() == shown.empty();
    const auto one = html::parse_typed_number(text), other = html::parse_typed_number(shown);
    return one && other && *one == *other;
}

bool untouched(const Words& words, const CellTexts& typed, const Shown& shown) {
    return same_number(typed.value, shown ? in_field(words, shown->value) : std::string()) &&
           same_number(typed.whole, shown && shown->of ? in_field(words, *shown->of) : std::string());
}

Shown standing(const GridCell& cell) {
    return cell.known == nullptr ? std::nullopt : Shown(shown_value(*cell.known));
}

Shown shown_at(const ShownFigures& all, const std::string& field) {
    const auto found = all.find(field);
    return found == all.end() ? std::nullopt : Shown(found->second);
}

// An unticked box says nothing of a value that is left as it is.
std::optional<bool> ticked(const Call& call, std::size_t column) {
    for (const std::string_view one : call.form.fields.all(provisional_columns))
        if (one == std::to_string(column)) return true;
    return std::nullopt;
}

std::string changed_meanwhile(const Words& words, const GridCell& cell) {
    if (cell.known == nullptr) return words("indicators.entry.withdrawn_meanwhile");
    const std::string& author = cell.known->author;
    return words("indicators.entry.changed_meanwhile",
                 {{"author", author.empty() ? words("indicators.entry.somebody") : author},
                  {"value", value_in_words(words, cell.reading->measure(), *cell.known)}});
}

}  // namespace

std::string shown_of(const Grid& grid) {
    ShownFigures shown;
    for (const auto& row : grid)
        for (const GridCell& cell : row)
            if (cell.known != nullptr) shown.emplace(cell.field(), shown_value(*cell.known));
    return written(shown);
}

std::vector<GridEntry> read_grid(const Call& call, const Grid& grid, html::FormState& state) {
    // Without it, what is typed is put beside what stands.
    const auto told = call.form.fields.find(shown_field);
    const ShownFigures all = told ? read_shown(*told) : ShownFigures();
    for (const std::string_view column : call.form.fields.all(provisional_columns))
        state.values.add(std::string(provisional_columns), std::string(column));
    std::vector<GridEntry> entries;
    for (const auto& row : grid)
        for (std::size_t column = 0; column < row.size(); ++column) {
            const GridCell& cell = row[column];
            const std::string field = cell.field(), whole = cell.whole_field();
            const CellTexts typed{.value = std::string(call.form.fields.get(field)),
                                  .whole = std::string(call.form.fields.get(whole)),
                                  .provisional = ticked(call, column)};
            const Shown now = standing(cell), shown = told ? shown_at(all, field) : now;
            if (told && untouched(call.words, typed, shown)) {
                show_standing(call.words, cell, state);
                continue;
            }
            state.values.add(field, typed.value);
            state.values.add(whole, typed.whole);
            const Indicator& indicator = cell.reading->indicator;
            const auto read = read_cell(indicator.definition, cell.period, cell.known, typed);
            if (!read)
                state.refuse(read.error().of_whole ? whole : field,
                             in_words(call.words, read.error().fault, indicator.definition.frequency),
                             cell.name(call.words));
            else if (!*read || (cell.known != nullptr && **read == *cell.known))
                continue;
            else if (shown != now)
                state.refuse(field, changed_meanwhile(call.words, cell), cell.name(call.words));
            else
                entries.push_back({.indicator = &indicator, .figure = **read});
        }
    return entries;
}

}  // namespace maillage::indicators
