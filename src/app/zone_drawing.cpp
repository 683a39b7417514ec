#include <algorithm>
#include <array>
#include <cmath>

#include "app/territory_page.hpp"

namespace maillage::app {
namespace {

namespace html = platform::html;
using html::a;
using html::a_if;
using html::el;
using html::Out;

std::string whole(double metres) { return std::to_string(std::lround(metres)); }

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
    const double margin = 0.03 * std::max(extent.width(), extent.height());
    return {extent.left - margin, extent.right + margin, extent.top - margin, extent.bottom + margin};
}

// Light tints with a dark outline, names on a white halo: readable in both themes, on paper and in black and
// white.
constexpr std::array<std::string_view, 6> tints{"#dbe7f3", "#f6e7d0", "#e2efe2",
                                                "#efe2ee", "#f4f0d0", "#dfeeee"};

void draw(Out& out, const territory::DrawnZone& zone, std::size_t index, double unit) {
    const std::string stroke = whole(unit / 4), dashes = whole(unit) + " " + whole(unit / 2),
                      size = whole(unit * 2.8), halo = whole(unit / 1.5);
    const std::string x = whole(zone.label_x), y = whole(zone.label_y);
    html::open_tag(
        out, "path",
        {a("d", zone.path), a("fill", tints[index % tints.size()]), a("stroke", "#1a2130"),
         a("stroke-width", stroke), a_if("stroke-dasharray", zone.standing == "watch" ? dashes : "")});
    html::close_tag(out, "path");
    el(out, "text",
       {a("x", x), a("y", y), a("text-anchor", "middle"), a("dominant-baseline", "middle"),
        a("font-size", size), a("fill", "#1a2130"), a("stroke", "#ffffff"), a("stroke-width", halo),
        a("paint-order", "stroke"), a("stroke-linejoin", "round")},
       zone.name);
}

}  // namespace

void zone_drawing(Out& out, const platform::i18n::Words& words, const TerritoryView& view) {
    if (view.drawn.empty()) return;
    const Extent extent = extent_of(view.drawn);
    const std::string box = whole(extent.left) + " " + whole(extent.top) + " " + whole(extent.width()) + " " +
                            whole(extent.height());
    const double unit = std::max(extent.width(), extent.height()) / 90;
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
           el(o, "svg",
              {a("viewBox", box), a("role", "img"), a("aria-label", said), a("width", "100%"),
               a("height", "420")},
              [&](Out& svg) {
                  for (std::size_t i = 0; i < view.drawn.size(); ++i) draw(svg, view.drawn[i], i, unit);
              });
       });
}

}  // namespace maillage::app
