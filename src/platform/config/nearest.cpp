#include "platform/config/nearest.hpp"

#include <algorithm>
#include <numeric>

#include "platform/config/keys.hpp"

namespace maillage::platform::config {
namespace {

// Letters to insert, drop or change (Wagner and Fischer, 1974).
std::size_t distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 0; i < a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i + 1;
        for (std::size_t j = 0; j < b.size(); ++j) {
            const std::size_t changed = diagonal + (a[i] == b[j] ? 0U : 1U);
            diagonal = row[j + 1];
            row[j + 1] = std::min({changed, row[j] + 1, diagonal + 1});
        }
    }
    return row[b.size()];
}

}  // namespace

std::string_view nearest_key(std::string_view misspelt) {
    constexpr std::size_t longest = 64;  // beyond, it is no misspelling
    if (misspelt.size() > longest) return {};
    std::string_view best;
    std::size_t best_distance = std::min<std::size_t>(4, misspelt.size() / 2);
    for (const Key& key : keys()) {
        const std::size_t found = distance(misspelt, key.name);
        if (found < best_distance) best = key.name, best_distance = found;
    }
    return best;
}

}  // namespace maillage::platform::config
