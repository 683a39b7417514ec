#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

// What the address of a slide asks: ?groups=council,G1&slide=3
namespace maillage::indicators {

// The slide, from 1 to `count`: the nearest one to what is asked, the first for what is no number.
std::size_t slide_asked(std::string_view text, std::size_t count);

// "council,G1" as its parts, each once, in the order asked; empty parts are passed over.
std::vector<std::string> groups_asked(std::string_view text);
// What stands for the council's own indicators in that list.
inline constexpr std::string_view council_part = "council";

}  // namespace maillage::indicators
