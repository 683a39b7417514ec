#include <algorithm>

#include "foundation/text.hpp"
#include "platform/html/chart_bars.hpp"

namespace maillage::platform::html {
namespace {

// Stacked bars grow away from zero on either side; grouped ones start at zero. Missing values have no bar.
std::vector<Bar> bars_of(const BarChart& chart) {
    std::vector<Bar> bars;
    for (std::size_t slot = 0; slot < chart.labels.size(); ++slot) {
        double above = 0, below = 0;
        for (std::size_t s = 0; s < chart.series.size(); ++s) {
            const auto value = drawn(chart.series[s].values, slot);
            if (!value || (chart.stacked && *value == 0)) continue;
            double& reached = *value < 0 ? below : above;
            const double from = chart.stacked ? reached : 0;
            reached = from + *value;
            bars.push_back({.series = s, .slot = slot, .from = from, .to = from + *value, .value = *value});
        }
    }
    return bars;
}

Scale scale_of(const std::vector<Bar>& bars) {
    double low = 0, high = 0;
    for (const Bar& bar : bars) {
        low = std::min(low, bar.to);
        high = std::max(high, bar.to);
    }
    return Scale::covering(low, high);
}

// Long names that do not fit side by side lie down; short ones (months, quarters) stand and may be thinned
// out.
bool lies_down(const BarChart& chart, bool narrow) {
    constexpr std::size_t short_name = 8;
    constexpr double character_width = 6.6;
    std::size_t longest = 0;
    for (const std::string& label : chart.labels)
        longest = std::max(longest, foundation::length_in_characters(label));
    const double plot = narrow ? 310 : 580, slots = static_cast<double>(chart.labels.size());
    return longest > short_name && static_cast<double>(longest) * character_width * slots > plot;
}

}  // namespace

void bar_chart(Out& out, const i18n::Words& words, const BarChart& chart) {
    Bars bars{chart, bars_of(chart), {}};
    bars.scale = scale_of(bars.all);
    figure(out, words,
           {.text = chart.text,
            .legend = [&](Out& o) { series_legend(o, chart.series, true); },
            .draw =
                [&](Out& o, bool narrow) {
                    if (lies_down(chart, narrow))
                        draw_lying(o, words, bars, narrow);
                    else
                        draw_upright(o, words, bars, narrow);
                },
            .height =
                [&](bool narrow) {
                    return lies_down(chart, narrow) ? height_lying(bars) : narrow ? 240.0 : 280.0;
                },
            .table =
                [&](Out& o) {
                    series_table(o, words, words("chart.label"), chart.labels, chart.series, chart.digits);
                },
            .missing = missing_notes(words, chart.series, chart.labels.size())});
}

}  // namespace maillage::platform::html
