#pragma once

#include "domain/indicators/api.hpp"
#include "platform/html/builder.hpp"
#include "platform/i18n/words.hpp"

namespace maillage::snapshots {

// A chart's own table has a line for each figure: more of them than this, and a year a line reads better.
inline constexpr std::size_t most_lines_of_a_chart = 12;

// The figures of a series, a year a line and a period of the year a column; "n.d." where one is missing.
void period_table(platform::html::Out& out, const platform::i18n::Words& words,
                  const indicators::Definition& definition, const indicators::FigureSeries& series);

}  // namespace maillage::snapshots
