#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "platform/html/chart_parts.hpp"

namespace maillage::platform::html {
namespace {

constexpr double wide = 960;
constexpr double late_width = 62;

// On a phone the name stands above its bar; on a wide screen at its left. The words "en retard" have their
// own column, at the right end of the name on a phone: they never cover a name or a bar.
struct Grid {
    const GanttChart& chart;
    bool narrow;

    double width() const { return narrow ? 360 : wide; }
    double left() const { return narrow ? 4 : 340; }
    double right() const { return width() - (narrow ? 6 : late_width + 6); }
    double top() const { return 36; }
    double row_height() const { return narrow ? 40 : 26; }
    double row(std::size_t at) const { return top() + static_cast<double>(at) * row_height(); }
    double bar_top(std::size_t at) const { return row(at) + (narrow ? 20 : 6); }
    double bottom() const { return row(std::max<std::size_t>(1, chart.rows.size())); }
    // The last day counts whole: a bar ends at the end of its day.
    double x(foundation::Date day) const {
        const double days = std::max(1, chart.to - chart.from + 1);
        return left() + (right() - left()) * std::clamp((day - chart.from) / days, 0.0, 1.0);
    }
};

// First days of months, as many as stay readable: 1, 2, 3, 6 or 12 months apart, or more.
void month_lines(Out& out, const Grid& grid) {
    const int months = std::max(1, (grid.chart.to - grid.chart.from) / 30), most = grid.narrow ? 5 : 7;
    int step = 1;
    for (const int candidate : {1, 2, 3, 6, 12, 24, 60, 120, 600, 1200}) {
        step = candidate;
        if (months / candidate < most) break;
    }
    auto month = foundation::Date::create(grid.chart.from.year(), 1, 1);
    while (month && *month <= grid.chart.to) {
        if (*month >= grid.chart.from) {
            const double x = grid.x(*month);
            svg_line(out, "grid", {x, grid.top() - 4, x, grid.bottom()}, rule_colour);
            if (x < grid.right() - 44)
                svg_text(out, {.x = x + 2, .y = grid.top() - 8},
                         fmt::format("{:02}/{}", month->month(), month->year()));
        }
        month = month->plus_months(step);
    }
}

void today_line(Out& out, const i18n::Words& words, const Grid& grid) {
    const foundation::Date today = grid.chart.today;
    if (today < grid.chart.from || today > grid.chart.to) return;
    const double x = grid.x(today);
    svg_line(out, "g-today", {x, 14, x, grid.bottom()}, "#8a4b08", "5 3");
    const bool past_middle = x > (grid.left() + grid.right()) / 2;
    svg_text(
        out,
        {.x = x + (past_middle ? -3 : 3), .y = 11, .anchor = past_middle ? "end" : "start", .look = "label"},
        words("chart.today", {{"date", words.date(today)}}));
}

void rectangle(Out& out, std::string_view look, std::array<double, 4> place, std::string_view fill,
               std::string_view stroke) {
    el(out, "rect",
       {a("class", look), a("x", coordinate(place[0])), a("y", coordinate(place[1])),
        a("width", coordinate(place[2])), a("height", coordinate(place[3])), a("fill", fill),
        a_if("stroke", stroke)},
       "");
}

double part_done(const GanttRow& row) {
    return std::isfinite(row.progress) ? std::clamp(row.progress, 0.0, 1.0) : 0.0;
}

// A row without a start or an end is drawn from or to the edge; without both, in words alone.
void bar(Out& out, const i18n::Words& words, const Grid& grid, std::size_t at) {
    const GanttRow& row = grid.chart.rows[at];
    const double y = grid.bar_top(at), height = 14;
    if (!row.start && !row.due) {
        svg_text(out, {.x = grid.left() + 4, .y = y + 11}, words("chart.undated"));
        return;
    }
    const double from = row.start ? grid.x(*row.start) : grid.left();
    const double to = row.due ? grid.x(row.due->plus_days(1)) : grid.right();
    const double width = std::max(3.0, to - from);
    rectangle(out, row.late ? "g-bar late" : "g-bar", {from, y, width, height},
              row.late ? "#fdf1f0" : "#e8f0f8", row.late ? late_colour : ink(0));
    if (part_done(row) > 0)
        rectangle(out, row.late ? "g-done late" : "g-done",
                  {from + 1, y + 3, (width - 2) * part_done(row), height - 6},
                  row.late ? late_colour : ink(0), "");
    if (!row.late) return;
    svg_text(out,
             {.x = grid.width() - 4,
              .y = grid.narrow ? grid.row(at) + 14 : y + 11,
              .anchor = "end",
              .look = "label late"},
             words("chart.late"));
}

void name(Out& out, const Grid& grid, std::size_t at) {
    const GanttRow& row = grid.chart.rows[at];
    const double x = 4, y = grid.row(at) + (grid.narrow ? 14 : 17);
    const double room = grid.narrow ? grid.width() - (row.late ? late_width + 12 : 12) : grid.left() - 12;
    const std::string text = fitted(row.label, room);
    if (row.path.empty()) return svg_text(out, {.x = x, .y = y, .look = "label"}, text);
    const Url target = Url::path(row.path);
    el(out, "a", {url("href", target)}, [&](Out& o) {
        el(o, "title", {}, row.label);
        svg_text(o, {.x = x, .y = y, .look = "label"}, text);
    });
}

void draw(Out& out, const i18n::Words& words, const Grid& grid) {
    if (grid.chart.rows.empty())
        return svg_text(out, {.x = grid.left(), .y = grid.top() + 18}, words("chart.no_data"));
    for (std::size_t i = 0; i < grid.chart.rows.size(); i += 2)
        rectangle(out, "g-row", {0, grid.row(i), grid.width(), grid.row_height()}, "#f6f7f9", "");
    month_lines(out, grid);
    for (std::size_t i = 0; i < grid.chart.rows.size(); ++i) {
        name(out, grid, i);
        bar(out, words, grid, i);
    }
    today_line(out, words, grid);
}

void date_cell(Out& out, const i18n::Words& words, const std::optional<foundation::Date>& day) {
    el(out, "td", {}, [&](Out& cell) {
        if (!day) return cell.text("–");
        const std::string iso = day->iso();
        el(cell, "time", {a("datetime", iso)}, words.date(*day));
    });
}

void row_of_table(Out& out, const i18n::Words& words, const GanttRow& row) {
    el(out, "tr", {}, [&](Out& o) {
        el(o, "th", {a("scope", "row")}, [&](Out& cell) {
            if (row.path.empty()) return cell.text(row.label);
            const Url target = Url::path(row.path);
            el(cell, "a", {url("href", target)}, row.label);
        });
        date_cell(o, words, row.start);
        date_cell(o, words, row.due);
        el(o, "td", {a("class", "n")}, words.percent(part_done(row)));
        el(o, "td", {},
           row.late ? row.state + (row.state.empty() ? "" : ", ") + words("chart.late") : row.state);
    });
}

}  // namespace

void gantt_chart(Out& out, const i18n::Words& words, const GanttChart& chart) {
    figure(out, words,
           {.text = chart.text,
            .draw = [&](Out& o, bool narrow) { draw(o, words, Grid{chart, narrow}); },
            .height = [&](bool narrow) { return Grid{chart, narrow}.bottom() + 6; },
            .table =
                [&](Out& o) {
                    el(o, "thead", {}, [&](Out& head) {
                        el(head, "tr", {}, [&](Out& row) {
                            el(row, "th", {a("scope", "col")}, words("chart.row"));
                            el(row, "th", {a("scope", "col")}, words("chart.start"));
                            el(row, "th", {a("scope", "col")}, words("chart.due"));
                            el(row, "th", {a("scope", "col"), a("class", "n")}, words("chart.progress"));
                            el(row, "th", {a("scope", "col")}, words("chart.state"));
                        });
                    });
                    el(o, "tbody", {}, [&](Out& body) {
                        for (const GanttRow& row : chart.rows) row_of_table(body, words, row);
                    });
                },
            .role = "group",
            .wide = wide,
            .look = "chart broad"});
}

}  // namespace maillage::platform::html
