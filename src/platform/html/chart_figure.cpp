#include <algorithm>

#include "platform/html/chart_parts.hpp"

namespace maillage::platform::html {

std::string_view ink(std::size_t series) {
    constexpr std::string_view colours[] = {"#1c5d99", "#8a4b08", "#1a2130"};
    return colours[series % 3];
}

std::string_view dashes(std::size_t series) {
    constexpr std::string_view patterns[] = {"", "7 4", "2 4"};
    return patterns[series % 3];
}

std::string_view line_class(std::size_t series) {
    constexpr std::string_view classes[] = {"c1", "c2", "c3"};
    return classes[series % 3];
}

BarLook bar_look(const std::vector<Series>& series, std::size_t at) {
    constexpr BarLook own[] = {{"bar c1", "#1c5d99"}, {"bar c3", "#f2b134"}, {"bar c2", "#8a4b08"}};
    return series[at].part == Series::Part::rest ? BarLook{"bar rest", "#eef1f6"} : own[at % 3];
}

namespace {

void drawing(Out& out, const Figure& content, bool narrow) {
    const std::string width = narrow ? "360" : coordinate(content.wide),
                      height = coordinate(content.height(narrow));
    const std::string box = "0 0 " + width + " " + height;
    const ChartText& text = content.text;
    el(out, "div", {a("class", narrow ? "c-narrow" : "c-wide")}, [&](Out& o) {
        el(o, "svg",
           {a("class", "plot"), a("viewBox", box), a("width", width), a("height", height),
            a("role", content.role), a("aria-label", text.sentence.empty() ? text.title : text.sentence),
            a("font-family", "Inter, DejaVu Sans, sans-serif"), a("font-size", "12")},
           [&](Out& svg) { content.draw(svg, narrow); });
    });
}

void figures(Out& out, const Figure& content) {
    el(out, "table", {}, [&](Out& table) {
        el(table, "caption", {a("class", "sr")},
           content.text.title + (content.text.subtitle.empty() ? "" : ", ") + content.text.subtitle);
        content.table(table);
    });
}

void notes(Out& out, const Figure& content) {
    for (const std::string& note : content.missing) el(out, "p", {a("class", "muted")}, note);
}

void folded(Out& out, const i18n::Words& words, const Figure& content) {
    const std::string region = words("chart.table_of", {{"title", content.text.title}});
    el(out, "details", {a("class", "data")}, [&](Out& o) {
        el(o, "summary", {}, words("chart.see_figures", {{"title", content.text.title}}));
        el(o, "div", {a("class", "scroll"), a("tabindex", "0"), a("role", "region"), a("aria-label", region)},
           [&](Out& frame) { figures(frame, content); });
        notes(o, content);
    });
}

}  // namespace

void figure(Out& out, const i18n::Words& words, const Figure& content) {
    const ChartText& text = content.text;
    const std::string title_id = text.id + "-t";
    el(out, "figure",
       {a("class", content.look), a("id", text.id), a("role", "figure"), a("aria-labelledby", title_id)},
       [&](Out& o) {
           el(o, "figcaption", {a("id", title_id)}, [&](Out& caption) {
               el(caption, "strong", {}, text.title);
               if (!text.subtitle.empty()) {
                   caption.text(" ");
                   el(caption, "span", {a("class", "muted")}, text.subtitle);
               }
           });
           if (!text.sentence.empty()) el(o, "p", {a("class", "say")}, text.sentence);
           if (content.legend) content.legend(o);
           drawing(o, content, false);
           switch (text.setting) {
           case ChartSetting::screen:
               drawing(o, content, true);
               folded(o, words, content);
               break;
           case ChartSetting::paper:
               figures(o, content);
               notes(o, content);
               break;
           case ChartSetting::drawing_alone: break;
           }
           if (!text.source.empty())
               el(o, "p", {a("class", "source")}, words("chart.source", {{"source", text.source}}));
       });
}

}  // namespace maillage::platform::html
