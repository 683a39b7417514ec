#include <algorithm>

#include "platform/html/chart_bars.hpp"

namespace maillage::platform::html {
namespace {

constexpr double label_height = 18, bar_height = 14, space_between = 8, axis_height = 26;

double slot_height(const Bars& bars) {
    return label_height + static_cast<double>(bars.side_by_side()) * bar_height + space_between;
}

// The same scale as upright, along the bottom.
struct Rows {
    const Bars& bars;
    Frame frame;

    double x(double value) const { return frame.x(bars.scale.share(value)); }
    double top(std::size_t slot) const { return static_cast<double>(slot) * slot_height(bars); }
    double bar_top(std::size_t slot, std::size_t series) const {
        const double rank = bars.chart.stacked ? 0 : static_cast<double>(series);
        return top(slot) + label_height + rank * bar_height;
    }
    double bottom() const { return top(std::max<std::size_t>(1, bars.chart.labels.size())); }
};

void axis(Out& out, const i18n::Words& words, const Rows& rows) {
    const auto ticks = rows.bars.scale.ticks();
    for (std::size_t i = 0; i < ticks.size(); ++i) {
        const double x = rows.x(ticks[i]);
        const bool zero = std::abs(ticks[i]) < rows.bars.scale.step / 2;
        svg_line(out, zero ? "axis" : "grid", {x, 0, x, rows.bottom()}, zero ? muted_colour : rule_colour);
        const std::string_view anchor = i == 0 ? "start" : i + 1 == ticks.size() ? "end" : "middle";
        svg_text(out, {.x = x, .y = rows.bottom() + 16, .anchor = anchor},
                 tick_label(words, ticks[i], rows.bars.scale.digits));
    }
}

void draw_bar(Out& out, const i18n::Words& words, const Rows& rows, const Bar& bar) {
    const double start = rows.x(bar.from), end = rows.x(bar.to);
    const auto [look, fill] = bar_look(rows.bars.chart.series, bar.series);
    el(out, "rect",
       {a("class", look), a("x", coordinate(std::min(start, end))),
        a("y", coordinate(rows.bar_top(bar.slot, bar.series))),
        a("width", coordinate(std::max(start, end) - std::min(start, end))),
        a("height", coordinate(bar_height - 2)), a("fill", fill), a("stroke", text_colour),
        a("stroke-width", "1")},
       [&](Out& o) { el(o, "title", {}, rows.bars.title(words, bar)); });
}

void label_and_missing(Out& out, const i18n::Words& words, const Rows& rows, std::size_t slot) {
    const BarChart& chart = rows.bars.chart;
    svg_text(out, {.x = rows.frame.left, .y = rows.top(slot) + 13, .look = "label"},
             fitted(chart.labels[slot], rows.frame.width - 12));
    for (std::size_t s = 0; s < chart.series.size(); ++s)
        if (!chart.stacked && !drawn(chart.series[s].values, slot))
            svg_text(out, {.x = rows.x(0) + 4, .y = rows.bar_top(slot, s) + 11}, words("number.missing"));
}

}  // namespace

double height_lying(const Bars& bars) {
    const auto slots = static_cast<double>(std::max<std::size_t>(1, bars.chart.labels.size()));
    return slots * slot_height(bars) + axis_height;
}

void draw_lying(Out& out, const i18n::Words& words, const Bars& bars, bool narrow) {
    const Rows rows{bars, {.width = narrow ? 360.0 : 640.0, .left = 6, .right = 10}};
    axis(out, words, rows);
    for (std::size_t slot = 0; slot < bars.chart.labels.size(); ++slot)
        label_and_missing(out, words, rows, slot);
    for (const Bar& bar : bars.all) draw_bar(out, words, rows, bar);
}

}  // namespace maillage::platform::html
