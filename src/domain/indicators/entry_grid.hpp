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
};
// Row by row. Computed indicators have no row.
std::vector<std::vector<GridCell>> grid_of(const Section& section, foundation::Date today);
platform::html::FormState state_of(const platform::i18n::Words& words,
                                   const std::vector<std::vector<GridCell>>& grid);

// A figure that was typed and differs from the one that stands.
struct GridEntry {
    IndicatorId indicator{0};
    Figure figure;
};
// What was typed; every cell that cannot be read is refused by name, and nothing is lost.
std::vector<GridEntry> read_grid(const identity::Call& call, const std::vector<std::vector<GridCell>>& grid,
                                 platform::html::FormState& state);

platform::html::Page entry_page(identity::Call& call, const Section& section,
                                const std::vector<std::vector<GridCell>>& grid,
                                const platform::html::FormState& state);

}  // namespace maillage::indicators
