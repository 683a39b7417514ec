#pragma once

#include "domain/identity/api.hpp"

namespace maillage::documents {

// GET /{council}/documents/{id}
platform::html::Answer download(identity::Call& call);

}  // namespace maillage::documents
