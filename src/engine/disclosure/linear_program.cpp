#include "engine/disclosure/linear_program.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace maillage::engine {
namespace {

constexpr double tiny = 1e-9;
constexpr unsigned most_pivots = 20'000, patience = 50;

}  // namespace

std::optional<LinearProgram> LinearProgram::create(std::size_t variables, std::span<const Row> rows) {
    LinearProgram program;
    program.variables_ = variables;
    program.rows_ = rows.size();
    program.tableau_.assign(rows.size() * program.width(), 0.0);
    program.basis_.resize(rows.size());
    std::vector<double> cost(variables + rows.size(), 0.0);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        for (const std::uint32_t variable : rows[i].variables) program.at(i, variable) = 1;
        program.at(i, variables + i) = 1;
        program.at(i, program.width() - 1) = rows[i].sum;
        program.basis_[i] = variables + i;
        cost[variables + i] = -1;
    }
    // First phase: drive the rows' own units, which stand for what is missing to each sum, to zero.
    if (program.maximise(cost, variables) != End::optimal) return std::nullopt;
    double missing = 0;
    for (std::size_t i = 0; i < rows.size(); ++i)
        if (program.basis_[i] >= variables) missing += program.at(i, program.width() - 1);
    if (missing > 1e-6) return std::nullopt;
    // A unit left in the basis at zero belongs to a row that others imply, or leaves for any variable there.
    for (std::size_t i = 0; i < rows.size(); ++i)
        for (std::size_t column = 0; column < variables && program.basis_[i] >= variables; ++column)
            if (std::abs(program.at(i, column)) > 1e-7) program.pivot(i, column);
    return program;
}

void LinearProgram::price(std::span<const double> cost) {
    reduced_.assign(width(), 0.0);
    std::ranges::copy(cost, reduced_.begin());
    for (std::size_t i = 0; i < rows_; ++i) {
        const double weight = cost[basis_[i]];
        if (weight == 0) continue;
        for (std::size_t column = 0; column < width(); ++column) reduced_[column] -= weight * at(i, column);
    }
}

void LinearProgram::pivot(std::size_t row, std::size_t column) {
    const double divisor = at(row, column);
    for (std::size_t k = 0; k < width(); ++k) at(row, k) /= divisor;
    const auto subtract = [&](double* from, double factor) {
        const double* source = &at(row, 0);
        for (std::size_t k = 0; k < width(); ++k) from[k] -= factor * source[k];
        from[column] = 0;
    };
    for (std::size_t i = 0; i < rows_; ++i)
        if (i != row && std::abs(at(i, column)) > 1e-13) subtract(&at(i, 0), at(i, column));
    if (!reduced_.empty() && reduced_[column] != 0) subtract(reduced_.data(), reduced_[column]);
    basis_[row] = column;
}

LinearProgram::End LinearProgram::maximise(std::span<const double> cost, std::size_t enterable) {
    price(cost);
    double last = std::numeric_limits<double>::infinity();
    for (unsigned pivots = 0, still = 0; pivots < most_pivots; ++pivots) {
        std::size_t entering = width();
        for (std::size_t column = 0; column < enterable; ++column)
            if (reduced_[column] > tiny &&
                (entering == width() || (still < patience && reduced_[column] > reduced_[entering])))
                entering = column;
        if (entering == width()) return End::optimal;
        std::size_t leaving = rows_;
        double least = std::numeric_limits<double>::infinity();
        for (std::size_t i = 0; i < rows_; ++i) {
            // A unit of an implied row stays at zero: it leaves whichever way the column pushes it.
            const bool implied = basis_[i] >= variables_ && enterable == variables_ && cost[basis_[i]] == 0 &&
                                 std::abs(at(i, entering)) > 1e-7;
            if (at(i, entering) <= tiny && !implied) continue;
            const double ratio = implied ? 0 : at(i, width() - 1) / at(i, entering);
            if (ratio < least - tiny ||
                (ratio <= least + tiny && leaving < rows_ && basis_[i] < basis_[leaving]))
                least = std::min(least, ratio), leaving = i;
        }
        if (leaving == rows_) return End::unbounded;
        pivot(leaving, entering);
        const double value = reduced_[width() - 1];
        still = std::abs(value - last) <= tiny ? still + 1 : 0;
        last = value;
    }
    return End::out_of_pivots;
}

std::optional<LinearProgram::Optimum> LinearProgram::extreme(std::span<const std::uint32_t> summed,
                                                             Direction direction) {
    const double sign = direction == Direction::greatest ? 1 : -1;
    std::vector<double> cost(variables_ + rows_, 0.0);
    for (const std::uint32_t variable : summed) cost[variable] += sign;
    const End end = maximise(cost, variables_);
    if (end == End::out_of_pivots) return std::nullopt;
    Optimum found{.value = 0, .bounded = end == End::optimal, .binding = {}};
    for (std::size_t i = 0; i < rows_; ++i) found.value += sign * cost[basis_[i]] * at(i, width() - 1);
    for (std::size_t i = 0; i < rows_; ++i)
        if (std::abs(reduced_[variables_ + i]) > 1e-7) found.binding.push_back(i);
    return found;
}

}  // namespace maillage::engine
