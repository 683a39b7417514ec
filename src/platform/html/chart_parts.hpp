#pragma once

#include <array>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/html/builder.hpp"
#include "platform/html/chart.hpp"
#include "platform/i18n/words.hpp"

// What the charts share: colours, coordinates, the scale, the axes, the figure around a drawing.
namespace maillage::platform::html {

// Light palette of the interface; classes let the style sheet put the dark one on screen.
inline constexpr std::string_view text_colour = "#1a2130", muted_colour = "#515b6d", rule_colour = "#d5dae3",
                                  late_colour = "#a8201a";
// Lines: the third is the text's colour, the yellow of the bars being too pale for a line.
std::string_view ink(std::size_t series);
std::string_view dashes(std::size_t series);      // the second signal beside the colour
std::string_view line_class(std::size_t series);  // "c1", "c2", "c3"
// Bars: blue, yellow, brown, and nearly white for what remains, all outlined: apart in grey too.
struct BarLook {
    std::string_view look;  // "bar c1"
    std::string_view fill;
};
BarLook bar_look(const std::vector<Series>& series, std::size_t at);

// One decimal, a point, never "nan" nor "-0.0": what SVG reads.
std::string coordinate(double value);

// The value drawn: nothing for a missing one, nothing for infinity and NaN either.
std::optional<double> drawn(const std::vector<std::optional<double>>& values, std::size_t at);

// Round steps that cover the values and zero.
struct Scale {
    double low = 0, high = 1, step = 0.25;
    int digits = 0;  // decimals that tell two ticks apart

    static Scale covering(double lowest, double highest);
    double share(double value) const;  // 0 at low, 1 at high
    std::vector<double> ticks() const;
};
// A number as a reader wants it beside an axis: powers of ten past a million millions.
std::string tick_label(const i18n::Words& words, double value, int digits);

// A drawing's frame: outer size and the rectangle of the plot.
struct Frame {
    double width = 640, height = 280;
    double left = 40, right = 14, top = 14, bottom = 30;

    double x(double share) const { return left + (width - left - right) * share; }
    double y(double share) const { return height - bottom - (height - top - bottom) * share; }
    // The middle of slot `at` of `count` equal slots.
    double slot(std::size_t at, std::size_t count) const;
    bool narrow() const { return width < 500; }
};
// 640 wide or 360 wide, with room on the left for the labels of the scale.
Frame frame_for(const i18n::Words& words, const Scale& scale, bool narrow);

struct Label {
    double x = 0, y = 0;
    std::string_view anchor = "start";  // start, middle, end
    std::string_view look = "tick";     // class: tick (muted) or label
};
void svg_text(Out& out, const Label& place, std::string_view text);
void svg_line(Out& out, std::string_view look, std::array<double, 4> ends, std::string_view colour,
              std::string_view dash = {});
void value_axis(Out& out, const i18n::Words& words, const Scale& scale, const Frame& frame);
// Under the axis, as many labels as fit, the last one always.
void label_axis(Out& out, const std::vector<std::string>& labels, const Frame& frame);
// Cut with "…" when `text` is wider than `width` units.
std::string fitted(std::string_view text, double width);

struct Figure {
    const ChartText& text;
    std::function<void(Out&)> legend = {};
    std::function<void(Out&, bool narrow)> draw;  // called twice
    std::function<double(bool narrow)> height;
    std::function<void(Out&)> table;        // rows of the twin: thead and tbody
    std::vector<std::string> missing = {};  // "n.d." and why
    // "group" when the drawing holds links: the children of an image do not exist for a screen reader.
    std::string_view role = "img";
    double wide = 640;                // units across of the drawing for wide screens
    std::string_view look = "chart";  // class of the figure
};
void figure(Out& out, const i18n::Words& words, const Figure& content);
void series_table(Out& out, const i18n::Words& words, std::string_view first,
                  const std::vector<std::string>& labels, const std::vector<Series>& series, int digits);
bool is_provisional(const Series& series, std::size_t at);
std::vector<std::string> missing_notes(const i18n::Words& words, const std::vector<Series>& series,
                                       std::size_t count);
void series_legend(Out& out, const std::vector<Series>& series, bool bars);
std::string point_title(const i18n::Words& words, const Series& series, std::string_view label, double value,
                        int digits);

}  // namespace maillage::platform::html
