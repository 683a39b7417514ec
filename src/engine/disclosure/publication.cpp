#include "engine/disclosure/publication.hpp"

#include <algorithm>
#include <numeric>
#include <set>

namespace maillage::engine {
namespace {

constexpr std::size_t most_atoms = 800, most_cells = 3'000;

}  // namespace

Outcome<Publication> Publication::create(std::vector<std::uint32_t> counts,
                                         std::vector<PublishedCell> cells) {
    if (counts.empty() || cells.empty()) return std::unexpected(Refusal{Reason::empty});
    if (counts.size() > most_atoms)
        return std::unexpected(Refusal{Reason::overflow, static_cast<double>(counts.size()), most_atoms});
    if (cells.size() > most_cells)
        return std::unexpected(Refusal{Reason::overflow, static_cast<double>(cells.size()), most_cells});
    for (PublishedCell& cell : cells) {
        std::ranges::sort(cell.atoms);
        const auto [first, last] = std::ranges::unique(cell.atoms);
        cell.atoms.erase(first, last);
        if (!cell.atoms.empty() && cell.atoms.back() >= counts.size())
            return std::unexpected(Refusal{Reason::index_out_of_range, static_cast<double>(cell.atoms.back()),
                                           static_cast<double>(counts.size())});
    }
    Publication publication;
    publication.counts_ = std::move(counts);
    publication.cells_ = std::move(cells);
    return publication;
}

std::int64_t Publication::count(std::size_t cell) const {
    std::int64_t sum = 0;
    for (const std::uint32_t atom : cells_[cell].atoms) sum += counts_[atom];
    return sum;
}

std::vector<std::vector<std::uint32_t>> Axis::lines() const {
    std::vector<std::vector<std::uint32_t>> lines;
    std::set<std::vector<std::uint32_t>> seen;
    const auto add = [&](std::vector<std::uint32_t> line) {
        if (!line.empty() && seen.insert(line).second) lines.push_back(std::move(line));
    };
    for (std::uint32_t member = 0; member < members; ++member) add({member});
    for (const auto& level : levels) {
        const std::uint32_t groups = level.empty() ? 0 : *std::ranges::max_element(level) + 1;
        for (std::uint32_t group = 0; group < groups; ++group) {
            std::vector<std::uint32_t> line;
            for (std::uint32_t member = 0; member < members; ++member)
                if (level[member] == group) line.push_back(member);
            add(std::move(line));
        }
    }
    std::vector<std::uint32_t> all(members);
    std::iota(all.begin(), all.end(), 0U);
    add(std::move(all));
    return lines;
}

Outcome<Publication> crossed(std::span<const Axis> axes, std::vector<std::uint32_t> counts) {
    std::size_t atoms = 1, cells = 1;
    std::vector<PublishedCell> published{{.atoms = {0}}};
    for (const Axis& axis : axes) {
        if (axis.members == 0) return std::unexpected(Refusal{Reason::empty});
        for (const auto& level : axis.levels)
            if (level.size() != axis.members || *std::ranges::max_element(level) >= axis.members)
                return std::unexpected(Refusal{Reason::lengths_differ, static_cast<double>(level.size()),
                                               static_cast<double>(axis.members)});
        const auto lines = axis.lines();
        atoms *= axis.members;
        cells *= lines.size();
        if (atoms > most_atoms || cells > most_cells)
            return std::unexpected(Refusal{Reason::overflow, static_cast<double>(std::max(atoms, cells)),
                                           static_cast<double>(most_atoms)});
        std::vector<PublishedCell> longer;
        for (const PublishedCell& before : published)
            for (const auto& line : lines) {
                PublishedCell& cell = longer.emplace_back();
                for (const std::uint32_t atom : before.atoms)
                    for (const std::uint32_t member : line)
                        cell.atoms.push_back(atom * axis.members + member);
            }
        published = std::move(longer);
    }
    if (counts.size() != atoms)
        return std::unexpected(
            Refusal{Reason::lengths_differ, static_cast<double>(counts.size()), static_cast<double>(atoms)});
    return Publication::create(std::move(counts), std::move(published));
}

}  // namespace maillage::engine
