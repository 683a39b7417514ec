#pragma once

#include <span>

namespace maillage::engine {

// eˣ of every value, in place, several a vector instruction and without a branch: x = n·ln 2 + r with
// |r| ≤ ½ ln 2, Taylor's 13 terms of eʳ (the next is below 5·10⁻¹⁸), the power of 2 put into the exponent's
// bits. Relative error below 4·10⁻¹⁶·|x| + 10⁻¹⁵, the same bits for every width of vector. Arguments are
// taken for ±708 beyond it: 3·10⁻³⁰⁸ and 3·10³⁰⁷, not 0 and infinity. Not for what may be no number.
void exponentials(std::span<double> values);

}  // namespace maillage::engine
