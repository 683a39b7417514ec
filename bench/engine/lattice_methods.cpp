#include <cmath>
#include <memory>

#include "bench/engine/inputs.hpp"
#include "bench/engine/method.hpp"
#include "engine/space/local_statistics.hpp"
#include "engine/space/permutation.hpp"

namespace maillage::bench {
namespace {

struct Lattice {
    std::vector<double> values;
    engine::Neighbours next;
};

std::shared_ptr<const Lattice> lattice(std::size_t n) {
    const std::uint32_t side = side_of_lattice(n);
    return std::make_shared<const Lattice>(lattice_counts(n), engine::queen_lattice(side, side));
}

// A value and eight numbers of neighbours in, a row of results out.
double bytes(std::size_t n, std::size_t row) { return static_cast<double>(n) * (8 + 36 + double(row)); }

template <class Row>
Facts facts_of(const std::vector<Row>& rows) {
    double largest = 0, sum = 0;
    for (const Row& row : rows) {
        largest = std::max(largest, row.z);
        sum += std::abs(row.z);
    }
    return {{"largest_z", largest}, {"sum_abs_z", sum}, {"bytes", bytes(rows.size(), sizeof(Row))}};
}

Facts facts_of(const std::vector<engine::PermutedUnit>& rows) {
    double unlikely = 0;
    for (const engine::PermutedUnit& row : rows) unlikely += row.defined && row.p <= 0.05 ? 1 : 0;
    const auto n = static_cast<double>(rows.size());
    return {{"share_p05", unlikely / n}, {"bytes", bytes(rows.size(), sizeof(engine::PermutedUnit))}};
}

template <class Calculate>
Method on_lattice(const char* name, Calculate calculate) {
    return {name, [calculate](std::size_t n, const foundation::Executor& run) {
                const auto on = lattice(n);
                return [=] { return facts_of(calculate(*on, run).value()); };
            }};
}

}  // namespace

std::vector<Method> lattice_methods() {
    return {on_lattice("GiStar",
                       [](const Lattice& on, const foundation::Executor&) {
                           return engine::local_g_star(on.values, on.next);
                       }),
            on_lattice("LISA",
                       [](const Lattice& on, const foundation::Executor&) {
                           return engine::local_moran(on.values, on.next, engine::Weights::row_standardised);
                       }),
            on_lattice("GiStar-999",
                       [](const Lattice& on, const foundation::Executor& run) {
                           return engine::local_g_permuted(on.values, on.next, {.permutations = 999}, run);
                       }),
            on_lattice("LISA-999",
                       [](const Lattice& on, const foundation::Executor& run) {
                           return engine::local_moran_permuted(on.values, on.next, {.permutations = 999},
                                                               run);
                       }),
            {"Queen-neighbours", [](std::size_t n, const foundation::Executor&) {
                 const std::uint32_t side = side_of_lattice(n);
                 return [side] {
                     const auto links = static_cast<double>(engine::queen_lattice(side, side).members.size());
                     return Facts{{"links", links}, {"bytes", 4 * links + 4.0 * side * side}};
                 };
             }}};
}

}  // namespace maillage::bench
