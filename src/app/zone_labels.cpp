#include "app/zone_labels.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "foundation/text.hpp"

namespace maillage::app {
namespace {

// A letter is as wide as six tenths of its height, in the widest of our fonts; a line is higher than its
// letters.
constexpr double width_of_a_letter = 0.6, height_of_a_line = 1.25;

struct Box {
    double left, right, top, bottom;
    bool meets(const Box& other) const {
        return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
    }
};

std::vector<std::size_t> by_importance(const std::vector<WantedLabel>& wanted) {
    std::vector<std::size_t> order(wanted.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::sort(order, [&](std::size_t a, std::size_t b) {
        if (wanted[a].importance != wanted[b].importance) return wanted[a].importance > wanted[b].importance;
        if (wanted[a].text != wanted[b].text) return wanted[a].text < wanted[b].text;
        return a < b;
    });
    return order;
}

}  // namespace

std::vector<std::optional<LabelPlace>> place_labels(const std::vector<WantedLabel>& wanted,
                                                    const LabelFrame& frame) {
    std::vector<std::optional<LabelPlace>> places(wanted.size());
    std::vector<Box> taken;
    const double line = frame.size * height_of_a_line;
    for (const std::size_t at : by_importance(wanted)) {
        const WantedLabel& label = wanted[at];
        const double half = static_cast<double>(foundation::length_in_characters(label.text)) *
                            width_of_a_letter * frame.size / 2;
        if (half * 2 > frame.right - frame.left) continue;
        const double x = std::clamp(label.x, frame.left + half, frame.right - half);
        for (const double y : {label.y, label.y - line, label.y + line}) {
            const Box box{x - half, x + half, y - line / 2, y + line / 2};
            if (box.top < frame.top || box.bottom > frame.bottom) continue;
            if (std::ranges::any_of(taken, [&](const Box& other) { return box.meets(other); })) continue;
            taken.push_back(box);
            places[at] = LabelPlace{x, y};
            break;
        }
    }
    return places;
}

}  // namespace maillage::app
