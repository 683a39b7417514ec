#include <algorithm>

#include "platform/html/chart_parts.hpp"

namespace maillage::platform::html {
namespace {

// One bar: its series, its slot, and the values at its two ends.
struct Bar {
    std::size_t series = 0, slot = 0;
    double from = 0, to = 0, value = 0;
};

// Stacked bars grow away from zero on either side; grouped ones start at zero. Missing values have no bar.
std::vector<Bar> bars_of(const BarChart& chart) {
    std::vector<Bar> bars;
    for (std::size_t slot = 0; slot < chart.labels.size(); ++slot) {
        double above = 0, below = 0;
        for (std::size_t s = 0; s < chart.series.size(); ++s) {
            const auto value = drawn(chart.series[s].values, slot);
            if (!value) continue;
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

struct Plot {
    const BarChart& chart;
    const Scale& scale;
    const Frame& frame;

    double slot_width() const {
        return (frame.width - frame.left - frame.right) /
               static_cast<double>(std::max<std::size_t>(1, chart.labels.size()));
    }
    std::size_t side_by_side() const {
        return chart.stacked ? 1 : std::max<std::size_t>(1, chart.series.size());
    }
    double bar_width() const { return slot_width() * 0.72 / static_cast<double>(side_by_side()); }
    double left_of(std::size_t slot, std::size_t series) const {
        const double start = frame.slot(slot, chart.labels.size()) - slot_width() * 0.36;
        return start + (chart.stacked ? 0 : static_cast<double>(series) * bar_width());
    }
};

void draw_bar(Out& out, const i18n::Words& words, const Plot& plot, const Bar& bar) {
    const double start = plot.frame.y(plot.scale.share(bar.from)),
                 end = plot.frame.y(plot.scale.share(bar.to));
    const double gap = plot.chart.stacked || plot.bar_width() < 6 ? 0 : 2;
    const std::string look = "bar " + std::string(series_class(bar.series, true));
    el(out, "rect",
       {a("class", look), a("x", coordinate(plot.left_of(bar.slot, bar.series))),
        a("y", coordinate(std::min(start, end))),
        a("width", coordinate(std::max(1.0, plot.bar_width() - gap))),
        a("height", coordinate(std::max(start, end) - std::min(start, end))), a("fill", bar_fill(bar.series)),
        a("stroke", text_colour), a("stroke-width", "1")},
       [&](Out& o) {
           el(o, "title", {},
              point_title(words, plot.chart.series[bar.series], plot.chart.labels[bar.slot], bar.value,
                          plot.chart.digits));
       });
}

// "n.d." where a bar would stand, when there is room for it: nothing is not zero.
void draw_missing(Out& out, const i18n::Words& words, const Plot& plot) {
    if (plot.slot_width() < 28) return;
    const double y = plot.frame.y(plot.scale.share(0)) - 4;
    for (std::size_t slot = 0; slot < plot.chart.labels.size(); ++slot)
        for (std::size_t s = 0; s < plot.chart.series.size(); ++s) {
            if (drawn(plot.chart.series[s].values, slot)) continue;
            svg_text(out, {.x = plot.left_of(slot, s) + plot.bar_width() / 2, .y = y, .anchor = "middle"},
                     words("number.missing"));
            if (plot.chart.stacked) break;
        }
}

}  // namespace

void bar_chart(Out& out, const i18n::Words& words, const BarChart& chart) {
    const std::vector<Bar> bars = bars_of(chart);
    const Scale scale = scale_of(bars);
    figure(out, words,
           {.text = chart.text,
            .legend = [&](Out& o) { series_legend(o, chart.series, true); },
            .draw =
                [&](Out& o, bool narrow) {
                    const Frame frame = frame_for(words, scale, narrow);
                    const Plot plot{chart, scale, frame};
                    value_axis(o, words, scale, frame);
                    label_axis(o, chart.labels, frame);
                    for (const Bar& bar : bars) draw_bar(o, words, plot, bar);
                    draw_missing(o, words, plot);
                },
            .height = [](bool narrow) { return narrow ? 240.0 : 280.0; },
            .table =
                [&](Out& o) {
                    series_table(o, words, words("chart.label"), chart.labels, chart.series, chart.digits);
                },
            .missing = missing_notes(words, chart.series, chart.labels.size())});
}

}  // namespace maillage::platform::html
