#include <algorithm>

#include "platform/html/chart_parts.hpp"

namespace maillage::platform::html {
namespace {

Scale scale_of(const LineChart& chart) {
    double low = 0, high = 0;
    const auto cover = [&](std::optional<double> value) {
        if (!value) return;
        low = std::min(low, *value);
        high = std::max(high, *value);
    };
    for (const Series& series : chart.series)
        for (std::size_t i = 0; i < chart.labels.size(); ++i) {
            cover(drawn(series.values, i));
            cover(drawn(series.low, i));
            cover(drawn(series.high, i));
        }
    cover(drawn({chart.target}, 0));
    return Scale::covering(low, high);
}

// Where the points of a series stand.
struct Plot {
    const LineChart& chart;
    const Scale& scale;
    const Frame& frame;

    double x(std::size_t at) const { return frame.slot(at, chart.labels.size()); }
    double y(double value) const { return frame.y(scale.share(value)); }
    bool broken(std::size_t at) const {
        return std::ranges::find(chart.breaks, at, &ChartBreak::at) != chart.breaks.end();
    }
    std::string point(std::size_t at, double value) const {
        return coordinate(x(at)) + " " + coordinate(y(value));
    }
};

// The interval as one shape per run of known bounds: a gap stays a gap.
void band(Out& out, const Plot& plot, const Series& series, std::string_view look) {
    std::string above, below;
    const auto close = [&] {
        if (!above.empty())
            el(out, "path",
               {a("class", look), a("d", "M" + above + below + "Z"), a("fill", ink(0)),
                a("fill-opacity", "0.14")},
               "");
        above.clear();
        below.clear();
    };
    for (std::size_t i = 0; i < plot.chart.labels.size(); ++i) {
        const auto low = drawn(series.low, i), high = drawn(series.high, i);
        if (!low || !high || plot.broken(i)) close();
        if (!low || !high) continue;
        above += (above.empty() ? "" : "L") + plot.point(i, *high);
        below.insert(0, "L" + plot.point(i, *low));
    }
    close();
}

void line(Out& out, const i18n::Words& words, const Plot& plot, const Series& series, std::size_t rank) {
    std::string path;
    bool pen_down = false;
    for (std::size_t i = 0; i < plot.chart.labels.size(); ++i) {
        const auto value = drawn(series.values, i);
        if (plot.broken(i)) pen_down = false;
        if (value) path += (pen_down ? "L" : "M") + plot.point(i, *value);
        pen_down = value.has_value();
    }
    const std::string name(line_class(rank)), line_look = "s-line " + name, dot_look = "s-dot " + name;
    if (!path.empty())
        el(out, "path",
           {a("class", line_look), a("d", path), a("fill", "none"), a("stroke", ink(rank)),
            a("stroke-width", "2"), a("stroke-linejoin", "round"), a_if("stroke-dasharray", dashes(rank))},
           "");
    for (std::size_t i = 0; i < plot.chart.labels.size(); ++i) {
        const auto value = drawn(series.values, i);
        if (!value) continue;
        el(out, "circle",
           {a("class", dot_look), a("cx", coordinate(plot.x(i))), a("cy", coordinate(plot.y(*value))),
            a("r", "3.5"), a("fill", "#ffffff"), a("stroke", ink(rank)), a("stroke-width", "2"),
            a_if("stroke-dasharray", is_provisional(series, i) ? "2 2" : "")},
           [&](Out& o) {
               el(o, "title", {},
                  point_title(words, series, plot.chart.labels[i], *value, plot.chart.digits));
           });
    }
}

void target_line(Out& out, const i18n::Words& words, const Plot& plot, double target) {
    const double y = plot.y(target), right = plot.frame.width - plot.frame.right;
    svg_line(out, "target", {plot.frame.left, y, right, y}, text_colour, "4 4");
    // Under the line, or over it where there is no room under.
    const double under = y + 15 > plot.frame.height - plot.frame.bottom ? y - 5 : y + 15;
    svg_text(out, {.x = right, .y = under, .anchor = "end", .look = "label"},
             words("chart.target", {{"value", words.decimal(target, plot.chart.digits)}}));
}

// Upright, between the last value before and the first one after; its words low, the target being drawn high.
void break_lines(Out& out, const Plot& plot) {
    for (const ChartBreak& one : plot.chart.breaks) {
        if (one.at == 0 || one.at >= plot.chart.labels.size()) continue;
        const double x = (plot.x(one.at - 1) + plot.x(one.at)) / 2;
        svg_line(out, "break", {x, plot.frame.top, x, plot.frame.height - plot.frame.bottom}, text_colour,
                 "1 3");
        const bool right = x > plot.frame.width / 2;
        svg_text(out,
                 {.x = right ? x - 5 : x + 5,
                  .y = plot.frame.height - plot.frame.bottom - 6,
                  .anchor = right ? "end" : "start",
                  .look = "label"},
                 one.label);
    }
}

void draw(Out& out, const i18n::Words& words, const LineChart& chart, const Scale& scale, bool narrow) {
    const Frame frame = frame_for(words, scale, narrow);
    const Plot plot{chart, scale, frame};
    value_axis(out, words, scale, frame);
    label_axis(out, chart.labels, frame);
    for (std::size_t i = 0; i < chart.series.size(); ++i)
        band(out, plot, chart.series[i], "band " + std::string(line_class(i)));
    if (const auto target = drawn({chart.target}, 0)) target_line(out, words, plot, *target);
    break_lines(out, plot);
    for (std::size_t i = 0; i < chart.series.size(); ++i) line(out, words, plot, chart.series[i], i);
}

}  // namespace

void line_chart(Out& out, const i18n::Words& words, const LineChart& chart) {
    const Scale scale = scale_of(chart);
    figure(out, words,
           {.text = chart.text,
            .legend = [&](Out& o) { series_legend(o, chart.series, false); },
            .draw = [&](Out& o, bool narrow) { draw(o, words, chart, scale, narrow); },
            .height = [](bool narrow) { return narrow ? 240.0 : 280.0; },
            .table =
                [&](Out& o) {
                    series_table(o, words, words("chart.period"), chart.labels, chart.series, chart.digits);
                },
            .missing = missing_notes(words, chart.series, chart.labels.size())});
}

}  // namespace maillage::platform::html
