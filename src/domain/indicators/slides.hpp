#pragma once

#include <functional>
#include <string>
#include <vector>

#include "domain/indicators/key_figures_store.hpp"

namespace maillage::indicators {

// One message for a whole room: what it says, what is drawn under it, where that comes from.
struct Slide {
    std::string message;
    std::function<void(platform::html::Out&)> content;
    std::string source;
    const Reading* reading = nullptr;  // whose figures it draws; of an indicator's slide
};

struct Presented {
    const std::vector<Section>& sections;  // those chosen, in the order of the dashboard
    const std::vector<Section>& board;     // all, to choose from
    const ActionsByState& states;
    std::int64_t late = 0;
};
// Cover, one for each indicator that has a figure, the tracking table, what is missing, the sources. They
// read from `presented` when they are drawn.
std::vector<Slide> slides_of(const identity::Call& call, const Presented& presented);

// "/laval/slides?groups=council,G1&slide=3"
std::string slides_path(const identity::Call& call, const std::vector<Section>& sections, std::size_t slide);
std::string slides_path(const identity::Call& call, const std::vector<Section>& sections,
                        std::string_view slide);
// In the place of a number: every slide, one under the other, to print or to keep.
inline constexpr std::string_view every_slide = "all";

}  // namespace maillage::indicators
