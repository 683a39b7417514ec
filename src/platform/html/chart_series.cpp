#include <algorithm>

#include "platform/html/chart_parts.hpp"

// The legend and the table twin of charts made of series.
namespace maillage::platform::html {

void series_legend(Out& out, const std::vector<Series>& series, bool bars) {
    if (series.size() < 2) return;
    el(out, "ul", {a("class", "legend")}, [&](Out& o) {
        for (std::size_t i = 0; i < series.size(); ++i)
            el(o, "li", {}, [&](Out& item) {
                const BarLook bar = bar_look(series, i);
                const std::string line = "s-line " + std::string(line_class(i));
                el(item, "svg",
                   {a("class", "key"), a("viewBox", "0 0 24 12"), a("width", "24"), a("height", "12"),
                    a("aria-hidden", "true"), a("focusable", "false")},
                   [&](Out& key) {
                       if (bars)
                           el(key, "rect",
                              {a("class", bar.look), a("x", "4"), a("y", "1"), a("width", "16"),
                               a("height", "10"), a("fill", bar.fill), a("stroke", text_colour)},
                              "");
                       else
                           el(key, "line",
                              {a("class", line), a("x1", "0"), a("x2", "24"), a("y1", "6"), a("y2", "6"),
                               a("stroke", ink(i)), a("stroke-width", "2"),
                               a_if("stroke-dasharray", dashes(i))},
                              "");
                   });
                item.text(series[i].label);
            });
    });
}

std::string point_title(const i18n::Words& words, const Series& series, std::string_view label, double value,
                        int digits) {
    return words(
        "chart.point",
        {{"series", series.label}, {"label", std::string(label)}, {"value", words.decimal(value, digits)}});
}

bool is_provisional(const Series& series, std::size_t at) {
    return at < series.provisional.size() && series.provisional[at];
}

namespace {

std::string cell_text(const i18n::Words& words, const Series& series, std::size_t at, int digits) {
    const auto value = drawn(series.values, at);
    if (!value) return words("number.missing");
    const auto low = drawn(series.low, at), high = drawn(series.high, at);
    std::string text = words.decimal(*value, digits);
    if (is_provisional(series, at)) text = words("chart.provisional", {{"value", text}});
    if (!low || !high) return text;
    return words(
        "chart.interval",
        {{"value", text}, {"low", words.decimal(*low, digits)}, {"high", words.decimal(*high, digits)}});
}

}  // namespace

void series_table(Out& out, const i18n::Words& words, std::string_view first,
                  const std::vector<std::string>& labels, const std::vector<Series>& series, int digits) {
    el(out, "thead", {}, [&](Out& head) {
        el(head, "tr", {}, [&](Out& row) {
            el(row, "th", {a("scope", "col")}, first);
            for (const Series& one : series) el(row, "th", {a("scope", "col"), a("class", "n")}, one.label);
        });
    });
    el(out, "tbody", {}, [&](Out& body) {
        for (std::size_t i = 0; i < labels.size(); ++i)
            el(body, "tr", {}, [&](Out& row) {
                el(row, "th", {a("scope", "row")}, labels[i]);
                for (const Series& one : series)
                    el(row, "td", {a("class", "n")}, cell_text(words, one, i, digits));
            });
    });
}

std::vector<std::string> missing_notes(const i18n::Words& words, const std::vector<Series>& series,
                                       std::size_t count) {
    std::vector<std::string> notes;
    for (const Series& one : series)
        for (std::size_t i = 0; i < count; ++i) {
            if (drawn(one.values, i)) continue;
            std::string reason =
                one.missing_reason.empty() ? words("chart.missing_reason") : one.missing_reason;
            std::string note = words("chart.missing_because", {{"reason", std::move(reason)}});
            if (std::ranges::find(notes, note) == notes.end()) notes.push_back(std::move(note));
            break;
        }
    const bool provisional = std::ranges::any_of(series, [&](const Series& one) {
        for (std::size_t i = 0; i < count; ++i)
            if (is_provisional(one, i)) return true;
        return false;
    });
    if (provisional) notes.push_back(words("chart.provisional_note"));
    return notes;
}

}  // namespace maillage::platform::html
