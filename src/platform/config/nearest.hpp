#pragma once

#include <string_view>

namespace maillage::platform::config {

// The key that a misspelt name most likely means; empty when none is close.
std::string_view nearest_key(std::string_view misspelt);

}  // namespace maillage::platform::config
