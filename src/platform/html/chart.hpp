#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "foundation/date.hpp"
#include "platform/html/builder.hpp"
#include "platform/i18n/words.hpp"

// Charts drawn by the server: SVG with its sentence and its table, two drawings (640 and 360 units wide).
// Colours are attributes, so that print, PDF and a strict CSP show them.
namespace maillage::platform::html {

// What stands around a drawing. Paper has one size, and nothing to fold: half as many elements for
// WeasyPrint.
enum class ChartSetting : std::uint8_t {
    screen,        // a second drawing for telephones; the figures are folded under it
    paper,         // the figures stand open under it
    drawing_alone  // on paper, where the caller writes the figures after it
};
struct ChartText {
    std::string id;  // unique in the page
    std::string title;
    std::string subtitle;  // unit and period
    std::string sentence;  // the text alternative: "de 61 à 46, en baisse"
    std::string source;    // source, edition, unit, denominator, period, perimeter
    ChartSetting setting = ChartSetting::screen;
};
struct Series {
    enum class Part : std::uint8_t { own, rest };  // what remains of the whole is drawn pale

    std::string label;
    std::vector<std::optional<double>> values;     // nothing = missing: a gap, "n.d." in the table
    std::vector<std::optional<double>> low, high;  // interval band; empty = none
    std::string missing_reason = {};
    Part part = Part::own;
    std::vector<bool> provisional = {};  // drawn with a broken outline, said in the table; empty = none
};
// Before the value at `at`, values mean something else: no line is drawn across.
struct ChartBreak {
    std::size_t at = 0;
    std::string label;
};
struct LineChart {
    ChartText text;
    std::vector<std::string> labels;  // one per value
    std::vector<Series> series;       // at most 3
    std::optional<double> target = {};
    int digits = 0;
    std::vector<ChartBreak> breaks = {};
};
struct BarChart {
    ChartText text;
    std::vector<std::string> labels;
    std::vector<Series> series;
    bool stacked = false;
    int digits = 0;
};
struct GanttRow {
    std::string label;
    std::string path;  // link of the row
    std::optional<foundation::Date> start, due;
    double progress = 0;  // 0…1
    std::string state;    // in words
    bool late = false;
};
struct GanttChart {
    ChartText text;
    std::vector<GanttRow> rows;
    foundation::Date from, to, today;
};

void line_chart(Out& out, const i18n::Words& words, const LineChart& chart);
void bar_chart(Out& out, const i18n::Words& words, const BarChart& chart);
void gantt_chart(Out& out, const i18n::Words& words, const GanttChart& chart);
// Decorative (the figure beside it says it all).
void sparkline(Out& out, const std::vector<double>& values);

}  // namespace maillage::platform::html
