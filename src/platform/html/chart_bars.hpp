#pragma once

#include <cstddef>
#include <vector>

#include "platform/html/chart_parts.hpp"

// The bars of a chart, and the two ways to draw them.
namespace maillage::platform::html {

// One bar: its series, its slot, and the values at its two ends.
struct Bar {
    std::size_t series = 0, slot = 0;
    double from = 0, to = 0, value = 0;
};
struct Bars {
    const BarChart& chart;
    std::vector<Bar> all;
    Scale scale;

    std::size_t side_by_side() const {
        return chart.stacked || chart.series.empty() ? 1 : chart.series.size();
    }
    std::string title(const i18n::Words& words, const Bar& bar) const {
        return point_title(words, chart.series[bar.series], chart.labels[bar.slot], bar.value, chart.digits);
    }
};

// Columns with their labels underneath: periods, short names.
void draw_upright(Out& out, const i18n::Words& words, const Bars& bars, bool narrow);
// Rows with their label above: names too long to stand side by side. Each one is labelled.
void draw_lying(Out& out, const i18n::Words& words, const Bars& bars, bool narrow);
double height_lying(const Bars& bars);

}  // namespace maillage::platform::html
