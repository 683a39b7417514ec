#pragma once

#include <optional>
#include <string>
#include <vector>

// Which names a drawing has room for, and where: nobody reads two names on top of each other, nor half a
// name.
namespace maillage::app {

struct WantedLabel {
    std::string text;
    double x = 0, y = 0;    // the middle, where it would stand alone
    double importance = 0;  // of two that collide the greater one stays
};
struct LabelPlace {
    double x = 0, y = 0;  // the middle
};
struct LabelFrame {
    double left = 0, right = 0, top = 0, bottom = 0;
    double size = 0;  // of the letters
};

// In the order of `wanted`; nothing for a name that is left out. From the most important on, each one takes
// the first free place of three: its own, one line above, one line below, moved sideways into the frame. The
// same drawing gives the same places.
std::vector<std::optional<LabelPlace>> place_labels(const std::vector<WantedLabel>& wanted,
                                                    const LabelFrame& frame);

}  // namespace maillage::app
