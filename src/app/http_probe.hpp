#pragma once

#include <cstdint>

namespace maillage::app {

// True when GET /healthz on 127.0.0.1:port answers 200 within a second.
bool answers_health(std::uint16_t port);

}  // namespace maillage::app
