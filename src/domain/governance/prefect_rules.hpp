#pragma once

#include <cstdint>
#include <optional>

#include "foundation/date.hpp"

namespace maillage::governance {

// How recent the prefect's information is.
enum class Information : std::uint8_t { recent, overdue };
Information prefect_information(std::optional<foundation::Date> last, foundation::Date today);

}  // namespace maillage::governance
