#pragma once

#include <cstddef>
#include <functional>

namespace maillage::foundation {

// Runs body(0) … body(blocks − 1), in any order, perhaps at once, and returns when all are done. Work is cut
// into blocks whose size does not depend on the number of threads, and results are merged in block order: the
// same bits on every machine.
using Executor = std::function<void(std::size_t blocks, const std::function<void(std::size_t block)>& body)>;

// The caller's own thread, one block after the other.
inline void run_inline(std::size_t blocks, const std::function<void(std::size_t)>& body) {
    for (std::size_t block = 0; block < blocks; ++block) body(block);
}

}  // namespace maillage::foundation
