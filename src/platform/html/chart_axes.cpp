#include <algorithm>
#include <cmath>

#include "foundation/text.hpp"
#include "platform/html/chart_parts.hpp"

namespace maillage::platform::html {
namespace {

// Mean width of a character of Inter at 12 units; the labels are short, an estimate is enough.
constexpr double character_width = 6.6;

double width_of(std::string_view text) {
    return character_width * static_cast<double>(foundation::length_in_characters(text));
}

}  // namespace

double Frame::slot(std::size_t at, std::size_t count) const {
    return x((static_cast<double>(at) + 0.5) / static_cast<double>(std::max<std::size_t>(count, 1)));
}

Frame frame_for(const i18n::Words& words, const Scale& scale, bool narrow) {
    Frame frame;
    if (narrow) frame.width = 360, frame.height = 240, frame.right = 8;
    double widest = 0;
    for (const double tick : scale.ticks())
        widest = std::max(widest, width_of(tick_label(words, tick, scale.digits)));
    frame.left = std::min(widest + 12, frame.width * 0.4);
    return frame;
}

void svg_text(Out& out, const Label& place, std::string_view text) {
    el(out, "text",
       {a("class", place.look), a("x", coordinate(place.x)), a("y", coordinate(place.y)),
        a_if("text-anchor", place.anchor == "start" ? "" : place.anchor),
        a("fill", place.look == "tick" ? muted_colour : text_colour)},
       text);
}

void svg_line(Out& out, std::string_view look, std::array<double, 4> ends, std::string_view colour,
              std::string_view dash) {
    el(out, "line",
       {a("class", look), a("x1", coordinate(ends[0])), a("y1", coordinate(ends[1])),
        a("x2", coordinate(ends[2])), a("y2", coordinate(ends[3])), a("stroke", colour),
        a_if("stroke-dasharray", dash)},
       "");
}

void value_axis(Out& out, const i18n::Words& words, const Scale& scale, const Frame& frame) {
    for (const double tick : scale.ticks()) {
        const double y = frame.y(scale.share(tick));
        const bool zero = std::abs(tick) < scale.step / 2;
        svg_line(out, zero ? "axis" : "grid", {frame.left, y, frame.width - frame.right, y},
                 zero ? muted_colour : rule_colour);
        svg_text(out, {.x = frame.left - 6, .y = y + 4, .anchor = "end"},
                 tick_label(words, tick, scale.digits));
    }
}

void label_axis(Out& out, const std::vector<std::string>& labels, const Frame& frame) {
    if (labels.empty()) return;
    const double plot = frame.width - frame.left - frame.right, most = plot / 3;
    double widest = 0;
    for (const std::string& label : labels) widest = std::max(widest, width_of(label));
    widest = std::min(widest, most);
    const double slot = plot / static_cast<double>(labels.size());
    const auto every = std::max<std::size_t>(1, static_cast<std::size_t>(std::ceil((widest + 8) / slot)));
    for (std::size_t i = 0; i < labels.size(); ++i) {
        if ((labels.size() - 1 - i) % every != 0) continue;
        const std::string shown = fitted(labels[i], std::max(most, slot - 8));
        const double half = width_of(shown) / 2;
        const double x = std::clamp(frame.slot(i, labels.size()), half, frame.width - half);
        svg_text(out, {.x = x, .y = frame.height - frame.bottom + 18, .anchor = "middle"}, shown);
    }
}

std::string fitted(std::string_view text, double width) {
    if (width_of(text) <= width) return std::string(text);
    const auto kept = static_cast<std::size_t>(std::max(1.0, width / character_width - 1));
    std::size_t end = 0, characters = 0;
    // A character ends where the next byte does not continue it.
    while (end < text.size() && characters < kept) {
        ++end;
        while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) ++end;
        ++characters;
    }
    return std::string(text.substr(0, end)) + "…";
}

}  // namespace maillage::platform::html
