#pragma once

#include <cstddef>
#include <functional>
#include <string>

namespace maillage::platform::crypto {

// `count` unpredictable bytes. Code that needs randomness takes a Randomness, so that a test chooses it;
// only the composition root passes random_bytes.
using Randomness = std::function<std::string(std::size_t count)>;

std::string random_bytes(std::size_t count);
// 2 × `count` characters.
std::string random_hex(std::size_t count);

}  // namespace maillage::platform::crypto
