#pragma once

#include "platform/db/tx.hpp"

// What other slices may ask of SLICE.
namespace maillage::SLICE {}
