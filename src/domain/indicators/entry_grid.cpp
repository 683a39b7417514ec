#include "domain/indicators/entry_grid.hpp"

#include <algorithm>

#include "domain/indicators/cell_reading.hpp"
#include "domain/indicators/indicator_words.hpp"
#include "domain/indicators/series_rules.hpp"

namespace maillage::indicators {

namespace html = platform::html;
using identity::Call;
using platform::i18n::Words;

std::string GridCell::field() const {
    std::string period_part = written(period);
    std::ranges::replace(period_part, '/', '_');
    return "v-" + reading->indicator.definition.code + "_" + period_part;
}
std::string GridCell::whole_field() const { return field() + "_of"; }
std::string GridCell::name(const Words& words) const {
    const Definition& said = reading->indicator.definition;
    return localised(words, said.name, said.name_en) + ", " + in_words(words, period);
}

GridCell cell_at(const Reading& reading, const Period& period) {
    GridCell cell{.reading = &reading, .period = period};
    for (const Figure& figure : reading.figures)
        if (figure.period == period && figure.perimeter == reading.indicator.definition.perimeter)
            cell.known = &figure;
    return cell;
}

Grid grid_of(const Call& call, const Section& section) {
    Grid grid;
    for (const Reading& reading : section.readings) {
        if (!may_fill(call.actor, reading.indicator)) continue;
        std::vector<GridCell> row;
        const Frequency frequency = reading.indicator.definition.frequency;
        for (const Period& period : latest_periods(frequency, call.today, grid_periods))
            row.push_back(cell_at(reading, period));
        grid.push_back(std::move(row));
    }
    return grid;
}

void show_standing(const Words& words, const GridCell& cell, html::FormState& state) {
    if (cell.known == nullptr) return;
    state.values.add(cell.field(), in_field(words, cell.known->value));
    if (cell.known->of) state.values.add(cell.whole_field(), in_field(words, *cell.known->of));
}

html::FormState state_of(const Words& words, const Grid& grid) {
    html::FormState state;
    for (const auto& row : grid)
        for (const GridCell& cell : row) show_standing(words, cell, state);
    return state;
}

}  // namespace maillage::indicators
