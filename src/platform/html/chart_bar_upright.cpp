#include <algorithm>

#include "platform/html/chart_bars.hpp"

namespace maillage::platform::html {
namespace {

struct Plot {
    const Bars& bars;
    const Frame& frame;

    const BarChart& chart() const { return bars.chart; }

    double slot_width() const {
        return (frame.width - frame.left - frame.right) /
               static_cast<double>(std::max<std::size_t>(1, chart().labels.size()));
    }
    double bar_width() const { return slot_width() * 0.72 / static_cast<double>(bars.side_by_side()); }
    double left_of(std::size_t slot, std::size_t series) const {
        const double start = frame.slot(slot, chart().labels.size()) - slot_width() * 0.36;
        return start + (chart().stacked ? 0 : static_cast<double>(series) * bar_width());
    }
};

void draw_bar(Out& out, const i18n::Words& words, const Plot& plot, const Bar& bar) {
    const double start = plot.frame.y(plot.bars.scale.share(bar.from)),
                 end = plot.frame.y(plot.bars.scale.share(bar.to));
    const double gap = plot.chart().stacked || plot.bar_width() < 6 ? 0 : 2;
    const auto [look, fill] = bar_look(plot.chart().series, bar.series);
    el(out, "rect",
       {a("class", look), a("x", coordinate(plot.left_of(bar.slot, bar.series))),
        a("y", coordinate(std::min(start, end))),
        a("width", coordinate(std::max(1.0, plot.bar_width() - gap))),
        a("height", coordinate(std::max(start, end) - std::min(start, end))), a("fill", fill),
        a("stroke", text_colour), a("stroke-width", "1")},
       [&](Out& o) { el(o, "title", {}, plot.bars.title(words, bar)); });
}

// "n.d." where a bar would stand, when there is room for it: nothing is not zero.
void draw_missing(Out& out, const i18n::Words& words, const Plot& plot) {
    if (plot.slot_width() < 28) return;
    const double y = plot.frame.y(plot.bars.scale.share(0)) - 4;
    for (std::size_t slot = 0; slot < plot.chart().labels.size(); ++slot)
        for (std::size_t s = 0; s < plot.chart().series.size(); ++s) {
            if (drawn(plot.chart().series[s].values, slot)) continue;
            svg_text(out, {.x = plot.left_of(slot, s) + plot.bar_width() / 2, .y = y, .anchor = "middle"},
                     words("number.missing"));
            if (plot.chart().stacked) break;
        }
}

}  // namespace

void draw_upright(Out& out, const i18n::Words& words, const Bars& bars, bool narrow) {
    const Frame frame = frame_for(words, bars.scale, narrow);
    const Plot plot{bars, frame};
    value_axis(out, words, bars.scale, frame);
    label_axis(out, bars.chart.labels, frame);
    for (const Bar& bar : bars.all) draw_bar(out, words, plot, bar);
    draw_missing(out, words, plot);
}

}  // namespace maillage::platform::html
