#include "domain/indicators/slides_rules.hpp"

#include <algorithm>
#include <charconv>

namespace maillage::indicators {

std::size_t slide_asked(std::string_view text, std::size_t count) {
    std::size_t asked = 1;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), asked);
    if (error == std::errc::result_out_of_range) return count;
    if (error != std::errc() || end != text.data() + text.size()) return 1;
    return std::clamp<std::size_t>(asked, 1, count);
}

std::vector<std::string> groups_asked(std::string_view text) {
    std::vector<std::string> parts;
    while (!text.empty()) {
        const std::size_t comma = std::min(text.find(','), text.size());
        std::string part(text.substr(0, comma));
        if (!part.empty() && std::ranges::find(parts, part) == parts.end()) parts.push_back(std::move(part));
        text.remove_prefix(std::min(comma + 1, text.size()));
    }
    return parts;
}

}  // namespace maillage::indicators
