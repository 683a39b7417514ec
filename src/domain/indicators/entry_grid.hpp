#pragma once

#include <string>
#include <vector>

#include "domain/indicators/board.hpp"
#include "platform/html/form.hpp"
#include "platform/html/page.hpp"

// A group's figures entered at once: one row an indicator, one column a period.
namespace maillage::indicators {

inline constexpr std::size_t grid_periods = 4;

// A cell that the grid offers; a share has two fields, its part and its whole.
struct GridCell {
    const Reading* reading = nullptr;
    Period period = Period::year(2000);
    const Figure* known = nullptr;  // what stands there

    std::string field() const;        // "v-g1-sorties-positives_2026-T1": its input's name
    std::string whole_field() const;  // the same with "_of"
    // What a reader hears of it: its row and its column.
    std::string name(const platform::i18n::Words& words) const;
};
GridCell cell_at(const Reading& reading, const Period& period);
// Row by row: the indicators that the actor fills.
using Grid = std::vector<std::vector<GridCell>>;
Grid grid_of(const identity::Call& call, const Section& section);
// The value that stands there, in its inputs.
void show_standing(const platform::i18n::Words& words, const GridCell& cell,
                   platform::html::FormState& state);
platform::html::FormState state_of(const platform::i18n::Words& words, const Grid& grid);

// What the form tells it showed, in its hidden field.
inline constexpr std::string_view shown_field = "shown";
std::string shown_of(const Grid& grid);

// The columns whose values, those that are typed, are provisional: their places, from 0.
inline constexpr std::string_view provisional_columns = "provisional_columns";

// A figure that was typed and differs from the one that stands.
struct GridEntry {
    const Indicator* indicator = nullptr;
    Figure figure;
};
// What was typed over what the page showed: a cell that nobody touched is left to whoever changed it since.
// Every cell that cannot be read, or that another changed meanwhile, is refused by name; nothing is lost.
std::vector<GridEntry> read_grid(const identity::Call& call, const Grid& grid,
                                 platform::html::FormState& state);

// The input of one cell, with its error beside it.
void cell_input(platform::html::Out& out, const std::string& field, const std::string& label,
                const platform::html::FormState& state, Measure measure);
platform::html::Page entry_page(identity::Call& call, const Section& section, const Grid& grid,
                                const platform::html::FormState& state);

}  // namespace maillage::indicators
