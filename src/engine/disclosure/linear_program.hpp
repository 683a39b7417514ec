#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace maillage::engine {

// The values that Σ weight·x may take while A·x = b, x ≥ 0: a dense simplex, for tables of some hundreds of
// cells. The first phase finds a basis once; every later question starts from the basis of the one before it,
// which still satisfies the constraints (Dantzig 1963, Linear Programming and Extensions, ch. 5). The
// entering column is the one of largest reduced cost, or after 50 pivots without progress the lowest that
// improves (Bland 1977, Math. Oper. Res. 2:103), which cannot cycle.
class LinearProgram {
 public:
    struct Row {
        std::vector<std::uint32_t> variables;  // each with the coefficient 1
        double sum = 0;                        // ≥ 0
    };
    // Nothing when no x ≥ 0 satisfies the rows, or the pivots ran out.
    static std::optional<LinearProgram> create(std::size_t variables, std::span<const Row> rows);

    struct Optimum {
        double value = 0;
        bool bounded = true;
        std::vector<std::size_t> binding;  // rows whose sum matters to the value: their price is not 0
    };
    enum class Direction : std::uint8_t { least, greatest };
    // Nothing when the pivots ran out: nothing is known then.
    std::optional<Optimum> extreme(std::span<const std::uint32_t> summed, Direction direction);

 private:
    double& at(std::size_t row, std::size_t column) { return tableau_[row * width() + column]; }
    std::size_t width() const { return variables_ + rows_ + 1; }
    enum class End : std::uint8_t { optimal, unbounded, out_of_pivots };
    End maximise(std::span<const double> cost, std::size_t enterable);
    void price(std::span<const double> cost);
    void pivot(std::size_t row, std::size_t column);

    std::size_t variables_ = 0, rows_ = 0;
    std::vector<double> tableau_;  // one column a variable, one a row (its own unit at first), then the sums
    std::vector<double> reduced_;  // reduced costs of the columns, then minus the value
    std::vector<std::size_t> basis_;
};

}  // namespace maillage::engine
