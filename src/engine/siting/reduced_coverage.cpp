#include "engine/siting/reduced_coverage.hpp"

#include <algorithm>
#include <map>

namespace maillage::engine {
namespace {

using Lists = std::vector<std::vector<std::uint32_t>>;

Lists transposed(const Lists& lists, std::size_t size) {
    Lists found(size);
    for (std::uint32_t i = 0; i < lists.size(); ++i)
        for (const std::uint32_t j : lists[i]) found[j].push_back(i);
    return found;
}

// Rows covered by the same candidates become one; their number is that of the first of them.
void merge_rows(const Coverage& coverage, ReducedCoverage& found) {
    const Lists candidates_of = transposed(coverage.covered, coverage.weight.size());
    std::map<std::vector<std::uint32_t>, std::uint32_t> row_of;
    for (std::size_t d = 0; d < candidates_of.size(); ++d) {
        if (candidates_of[d].empty() || !(coverage.weight[d] > 0)) continue;
        const auto [at, added] =
            row_of.try_emplace(candidates_of[d], static_cast<std::uint32_t>(found.weight.size()));
        if (added) {
            found.weight.push_back(0);
            found.candidates_of.push_back(candidates_of[d]);
        }
        found.weight[at->second] += coverage.weight[d];
    }
}

// Dropped when all its rows are another's too: the larger stays, of equals the lower number.
bool dominated(const Lists& rows_of, const Lists& candidates_of, std::uint32_t candidate) {
    const auto& rows = rows_of[candidate];
    if (rows.empty()) return true;
    const auto rarest = *std::min_element(rows.begin(), rows.end(), [&](std::uint32_t a, std::uint32_t b) {
        return candidates_of[a].size() < candidates_of[b].size();
    });
    return std::any_of(candidates_of[rarest].begin(), candidates_of[rarest].end(), [&](std::uint32_t other) {
        if (other == candidate || rows_of[other].size() < rows.size()) return false;
        if (rows_of[other].size() == rows.size() && other > candidate) return false;
        return std::includes(rows_of[other].begin(), rows_of[other].end(), rows.begin(), rows.end());
    });
}

}  // namespace

ReducedCoverage reduced(const Coverage& coverage) {
    ReducedCoverage found;
    merge_rows(coverage, found);
    const Lists rows_of = transposed(found.candidates_of, coverage.covered.size());
    for (std::uint32_t c = 0; c < rows_of.size(); ++c)
        if (!dominated(rows_of, found.candidates_of, c)) {
            found.original.push_back(c);
            found.rows_of.push_back(rows_of[c]);
        }
    found.candidates_of = transposed(found.rows_of, found.weight.size());
    return found;
}

}  // namespace maillage::engine
