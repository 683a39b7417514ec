#include <algorithm>
#include <array>
#include <cmath>

#include "app/territory_page.hpp"
#include "app/zone_labels.hpp"

namespace maillage::app {
namespace {

namespace html = platform::html;
using html::a;
using html::a_if;
using html::el;
using html::Out;
using platform::i18n::Words;

std::string whole(double metres) { return std::to_string(std::lround(metres)); }

// What the outlines take, in metres.
struct Extent {
    double left = 0, right = 0, top = 0, bottom = 0;
    double width() const { return right - left; }
    double height() const { return bottom - top; }
};

Extent extent_of(const std::vector<territory::DrawnZone>& zones) {
    Extent extent{zones[0].left, zones[0].right, zones[0].top, zones[0].bottom};
    for (const auto& zone : zones) {
        extent.left = std::min(extent.left, zone.left);
        extent.right = std::max(extent.right, zone.right);
        extent.top = std::min(extent.top, zone.top);
        extent.bottom = std::max(extent.bottom, zone.bottom);
    }
    return extent;
}

// A sheet of so many points for the outlines; letters keep their size in points whatever the council's size.
struct Sheet {
    std::string_view look;
    double width = 0, height = 0;  // points
    double margin = 12, letters = 13;
    Extent extent = {};

    double metres_a_point() const {
        return std::max(
            {1.0, extent.width() / (width - 2 * margin), extent.height() / (height - 2 * margin)});
    }
    // The whole sheet in metres, the outlines in its middle: names may stand beside them.
    Extent whole_sheet() const {
        const double across = width * metres_a_point() / 2, down = height * metres_a_point() / 2;
        const double x = (extent.left + extent.right) / 2, y = (extent.top + extent.bottom) / 2;
        return {x - across, x + across, y - down, y + down};
    }
};

// Light tints with a dark outline, names on a white halo: readable in both themes, on paper and in black and
// white.
constexpr std::array<std::string_view, 6> tints{"#dbe7f3", "#f6e7d0", "#e2efe2",
                                                "#efe2ee", "#f4f0d0", "#dfeeee"};

void draw(Out& out, const territory::DrawnZone& zone, std::size_t index, double point) {
    const std::string stroke = whole(point * 1.2), dashes = whole(point * 5) + " " + whole(point * 2.5);
    el(out, "path",
       {a("d", zone.path), a("fill", tints[index % tints.size()]), a("stroke", "#1a2130"),
        a("stroke-width", stroke), a_if("stroke-dasharray", zone.standing == "watch" ? dashes : "")},
       [&](Out& path) { el(path, "title", {}, zone.name); });
}

void write(Out& out, const std::string& name, const LabelPlace& place, const Sheet& sheet) {
    const double point = sheet.metres_a_point();
    const std::string size = whole(point * sheet.letters), halo = whole(point * 3), x = whole(place.x),
                      y = whole(place.y);
    el(out, "text",
       {a("x", x), a("y", y), a("text-anchor", "middle"), a("dominant-baseline", "middle"),
        a("font-size", size), a("fill", "#1a2130"), a("stroke", "#ffffff"), a("stroke-width", halo),
        a("paint-order", "stroke"), a("stroke-linejoin", "round")},
       name);
}

// A zone that counts comes before one that is watched, a large one before a small one.
std::vector<std::optional<LabelPlace>> names_on(const std::vector<territory::DrawnZone>& zones,
                                                const Sheet& sheet) {
    const double whole_area = 1 + sheet.extent.width() * sheet.extent.height();
    std::vector<WantedLabel> wanted;
    for (const auto& zone : zones) {
        const double share = (zone.right - zone.left) * (zone.bottom - zone.top) / whole_area;
        wanted.push_back({.text = zone.name,
                          .x = zone.label_x,
                          .y = zone.label_y,
                          .importance = (zone.standing == "watch" ? 0 : 1) + share});
    }
    const Extent edge = sheet.whole_sheet();
    return place_labels(wanted, {.left = edge.left,
                                 .right = edge.right,
                                 .top = edge.top,
                                 .bottom = edge.bottom,
                                 .size = sheet.metres_a_point() * sheet.letters});
}

void draw_sheet(Out& out, const Words& words, const TerritoryView& view, Sheet sheet,
                const std::string& said) {
    sheet.extent = extent_of(view.drawn);
    const Extent edge = sheet.whole_sheet();
    const std::string box =
        whole(edge.left) + " " + whole(edge.top) + " " + whole(edge.width()) + " " + whole(edge.height());
    const std::string width = whole(sheet.width), height = whole(sheet.height);
    const auto names = names_on(view.drawn, sheet);
    el(out, "div", {a("class", sheet.look)}, [&](Out& o) {
        el(o, "svg",
           {a("class", "plot"), a("viewBox", box), a("role", "img"), a("aria-label", said), a("width", width),
            a("height", height)},
           [&](Out& svg) {
               for (std::size_t i = 0; i < view.drawn.size(); ++i)
                   draw(svg, view.drawn[i], i, sheet.metres_a_point());
               for (std::size_t i = 0; i < view.drawn.size(); ++i)
                   if (names[i]) write(svg, view.drawn[i].name, *names[i], sheet);
           });
        const auto left_out = std::ranges::count_if(names, [](const auto& place) { return !place; });
        if (left_out > 0)
            el(o, "p", {a("class", "source")}, words.plural("territory.drawing.left_out", left_out));
    });
}

}  // namespace

void zone_drawing(Out& out, const Words& words, const TerritoryView& view) {
    if (view.drawn.empty()) return;
    const bool scheme = std::ranges::any_of(view.drawn, &territory::DrawnZone::schematic);
    const std::string said =
        words.plural("territory.drawing.said", static_cast<std::int64_t>(view.drawn.size()));
    el(out, "figure", {a("class", "chart"), a("role", "figure"), a("aria-labelledby", "zone-drawing")},
       [&](Out& o) {
           el(o, "figcaption", {a("id", "zone-drawing")}, [&](Out& caption) {
               el(caption, "strong", {},
                  scheme ? words("territory.drawing.scheme") : words("territory.drawing.outlines"));
               if (scheme)
                   el(caption, "span", {a("class", "muted")}, " " + words("territory.drawing.scheme_note"));
           });
           draw_sheet(o, words, view, {.look = "c-wide", .width = 640, .height = 420}, said);
           draw_sheet(o, words, view, {.look = "c-narrow", .width = 360, .height = 380}, said);
       });
}

}  // namespace maillage::app
