#include <algorithm>
#include <cmath>
#include <map>
#include <optional>

#include "engine/disclosure/linear_program.hpp"
#include "engine/disclosure/publication.hpp"

namespace maillage::engine {
namespace {

constexpr std::size_t most_cells_to_show_again = 200;

bool seen(const Publication& publication, std::span<const Cell> cells, std::size_t cell) {
    const auto past = publication.cell(cell).past;
    return past == PublishedCell::Past::none ? !is_hidden(cells[cell]) : past == PublishedCell::Past::shown;
}

// What a reader has to solve: atoms shown alone, and those of a sum shown as 0, are known and drop out.
class Reader {
 public:
    static std::optional<Reader> create(const Publication& publication, std::span<const Cell> cells) {
        Reader reader(publication);
        reader.learn(cells);
        std::vector<LinearProgram::Row> rows;
        std::map<std::vector<std::uint32_t>, std::size_t> known;
        for (std::size_t cell = 0; cell < publication.size(); ++cell) {
            if (!seen(publication, cells, cell)) continue;
            LinearProgram::Row row{.variables = reader.unknown_of(cell), .sum = reader.unknown_sum(cell)};
            if (row.variables.empty() || !known.try_emplace(row.variables, rows.size()).second) continue;
            reader.cell_of_row_.push_back(cell);
            rows.push_back(std::move(row));
        }
        auto program = LinearProgram::create(reader.unknowns_, rows);
        if (!program) return std::nullopt;
        reader.program_ = std::move(program);
        return reader;
    }

    struct Range {
        Feasible feasible;
        std::vector<std::size_t> blocking;  // cells shown whose price is not zero
    };
    std::optional<Range> range_of(std::size_t cell) {
        const auto variables = unknown_of(cell);
        const double known = static_cast<double>(publication_.count(cell)) - unknown_sum(cell);
        Range range;
        if (variables.empty()) {
            range.feasible = {.low = publication_.count(cell), .high = publication_.count(cell)};
            return range;
        }
        const auto least = program_->extreme(variables, LinearProgram::Direction::least);
        if (!least) return std::nullopt;
        const auto greatest = program_->extreme(variables, LinearProgram::Direction::greatest);
        if (!greatest) return std::nullopt;
        range.feasible.low = std::llround(std::ceil(known + least->value - 1e-6));
        range.feasible.bounded = greatest->bounded;
        if (greatest->bounded) range.feasible.high = std::llround(std::floor(known + greatest->value + 1e-6));
        for (const auto* binding : {&least->binding, &greatest->binding})
            for (const std::size_t row : *binding) range.blocking.push_back(cell_of_row_[row]);
        return range;
    }
    // Cells shown that give an atom of `cell` away by themselves.
    std::vector<std::size_t> givers(std::size_t cell, std::span<const Cell> cells) const {
        std::vector<std::size_t> found;
        for (std::size_t other = 0; other < publication_.size(); ++other) {
            const auto& atoms = publication_.cell(other).atoms;
            if (seen(publication_, cells, other) && (atoms.size() == 1 || publication_.count(other) == 0) &&
                std::ranges::any_of(atoms, [&](std::uint32_t atom) {
                    return std::ranges::binary_search(publication_.cell(cell).atoms, atom);
                }))
                found.push_back(other);
        }
        return found;
    }

 private:
    explicit Reader(const Publication& publication)
        : publication_(publication), number_(publication.counts().size()) {}

    void learn(std::span<const Cell> cells) {
        std::vector<bool> known(number_.size(), false);
        for (std::size_t cell = 0; cell < publication_.size(); ++cell) {
            const auto& atoms = publication_.cell(cell).atoms;
            if (seen(publication_, cells, cell) && (atoms.size() == 1 || publication_.count(cell) == 0))
                for (const std::uint32_t atom : atoms) known[atom] = true;
        }
        for (std::size_t atom = 0; atom < known.size(); ++atom)
            if (!known[atom]) number_[atom] = static_cast<std::uint32_t>(unknowns_++);
    }
    std::vector<std::uint32_t> unknown_of(std::size_t cell) const {
        std::vector<std::uint32_t> variables;
        for (const std::uint32_t atom : publication_.cell(cell).atoms)
            if (number_[atom]) variables.push_back(*number_[atom]);
        return variables;
    }
    double unknown_sum(std::size_t cell) const {
        double sum = 0;
        for (const std::uint32_t atom : publication_.cell(cell).atoms)
            if (number_[atom]) sum += publication_.counts()[atom];
        return sum;
    }

    const Publication& publication_;
    std::vector<std::optional<std::uint32_t>> number_;  // of each atom among the unknown
    std::size_t unknowns_ = 0;
    std::vector<std::size_t> cell_of_row_;
    std::optional<LinearProgram> program_;
};

bool must_be_protected(const Publication& publication, std::span<const Cell> cells, std::size_t cell) {
    const auto past = publication.cell(cell).past;
    return past == PublishedCell::Past::hidden ||
           (past == PublishedCell::Past::none && is_hidden(cells[cell]));
}

// The first cell that is not protected, with what stands in the way.
struct Exposed {
    std::size_t cell;
    std::vector<std::size_t> blocking;
};

// Outer: the calculation failed. Inner: nothing is exposed.
std::optional<std::optional<Exposed>> first_exposed(const Publication& publication,
                                                    std::span<const Cell> cells, std::int64_t width) {
    auto reader = Reader::create(publication, cells);
    if (!reader) return std::nullopt;
    for (std::size_t cell = 0; cell < publication.size(); ++cell) {
        if (!must_be_protected(publication, cells, cell)) continue;
        auto range = reader->range_of(cell);
        if (!range) return std::nullopt;
        if (range->feasible.at_least_as_wide_as(width)) continue;
        // A sum holds the cell back only together with the atoms of it that are known.
        std::vector<std::size_t> blocking = range->blocking;
        blocking.push_back(cell);
        for (const std::size_t sum : blocking)
            for (const std::size_t giver : reader->givers(sum, cells)) range->blocking.push_back(giver);
        return Exposed{cell, std::move(range->blocking)};
    }
    return std::optional<Exposed>();
}

// The cheapest cell whose hiding could help: fewest atoms, then smallest count; zeros leave the least room.
std::optional<std::size_t> cheapest(const Publication& publication, std::span<const Cell> cells,
                                    const std::vector<std::size_t>& blocking) {
    std::optional<std::size_t> best;
    const auto price = [&](std::size_t cell) {
        const std::int64_t count = publication.count(cell);
        return std::tuple(publication.cell(cell).atoms.size(), count == 0, count, cell);
    };
    for (const std::size_t cell : blocking)
        if (publication.cell(cell).past == PublishedCell::Past::none && !is_hidden(cells[cell]) &&
            (!best || price(cell) < price(*best)))
            best = cell;
    return best;
}

void show_what_is_not_needed(const Publication& publication, std::vector<Cell>& cells, std::int64_t width) {
    std::vector<std::size_t> extra;
    for (std::size_t cell = 0; cell < cells.size(); ++cell)
        if (cells[cell] == Cell::hidden_complementary) extra.push_back(cell);
    std::ranges::sort(extra, {}, [&](std::size_t cell) { return std::pair(-publication.count(cell), cell); });
    for (const std::size_t cell : extra) {
        cells[cell] = Cell::shown;
        const auto exposed = first_exposed(publication, cells, width);
        if (!exposed || *exposed) cells[cell] = Cell::hidden_complementary;
    }
}

}  // namespace

Outcome<std::vector<Feasible>> feasible_intervals(const Publication& publication,
                                                  std::span<const Cell> cells) {
    if (cells.size() != publication.size())
        return std::unexpected(Refusal{Reason::lengths_differ, static_cast<double>(cells.size()),
                                       static_cast<double>(publication.size())});
    auto reader = Reader::create(publication, cells);
    if (!reader) return std::unexpected(Refusal{Reason::did_not_converge});
    std::vector<Feasible> found;
    for (std::size_t cell = 0; cell < publication.size(); ++cell) {
        if (seen(publication, cells, cell)) {
            found.push_back({.low = publication.count(cell), .high = publication.count(cell)});
            continue;
        }
        const auto range = reader->range_of(cell);
        if (!range) return std::unexpected(Refusal{Reason::did_not_converge, static_cast<double>(cell)});
        found.push_back(range->feasible);
    }
    return found;
}

Outcome<Suppression> suppress(const Publication& publication, const SuppressionOptions& options) {
    if (options.threshold < 1)
        return std::unexpected(
            Refusal{Reason::parameter_out_of_range, static_cast<double>(options.threshold), 1});
    Suppression found{.cells = std::vector<Cell>(publication.size(), Cell::shown)};
    for (std::size_t cell = 0; cell < publication.size(); ++cell) {
        const std::int64_t count = publication.count(cell);
        if (publication.cell(cell).past == PublishedCell::Past::none && count < options.threshold &&
            (count > 0 || options.zeros == Zeros::hidden))
            found.cells[cell] = Cell::hidden_primary;
    }
    for (;;) {
        const auto exposed = first_exposed(publication, found.cells, options.threshold);
        if (!exposed) return std::unexpected(Refusal{Reason::did_not_converge});
        if (!*exposed) break;
        const auto hidden = cheapest(publication, found.cells, (*exposed)->blocking);
        if (!hidden)
            return std::unexpected(Refusal{Reason::did_not_converge, static_cast<double>((*exposed)->cell)});
        found.cells[*hidden] = Cell::hidden_complementary;
    }
    if (publication.size() <= most_cells_to_show_again)
        show_what_is_not_needed(publication, found.cells, options.threshold);
    found.primary = static_cast<std::size_t>(std::ranges::count(found.cells, Cell::hidden_primary));
    found.complementary =
        static_cast<std::size_t>(std::ranges::count(found.cells, Cell::hidden_complementary));
    return found;
}

}  // namespace maillage::engine
