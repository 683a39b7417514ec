#pragma once

#include "foundation/strong_id.hpp"

namespace maillage::territory {

using CouncilId = foundation::StrongId<struct CouncilIdTag>;

}  // namespace maillage::territory
