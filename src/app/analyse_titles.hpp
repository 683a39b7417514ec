#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace maillage::app {

// Words numbered in the order they first appear.
struct Titles {
    std::vector<std::string> names;
    std::map<std::string, std::uint32_t> number;
    std::uint32_t of(const std::string& name) {
        const auto [at, added] = number.try_emplace(name, static_cast<std::uint32_t>(names.size()));
        if (added) names.push_back(name);
        return at->second;
    }
};

// The different cells of a column of times, in their order: numbers by size, days by date, words by alphabet.
std::vector<std::string> in_order(const std::vector<std::string>& cells);

}  // namespace maillage::app
