#include <array>

#include "app/route.hpp"

namespace maillage::app {

std::span<const Route> agents_routes() { return {}; }
std::span<const Route> residents_routes() { return {}; }

}  // namespace maillage::app
