#pragma once

#include "domain/identity/api.hpp"

// Files that prove an action: attached on its page, taken away, brought back.
namespace maillage::strategy {

platform::html::Answer post_evidence(identity::Call& call);
platform::html::Answer remove_evidence(identity::Call& call);
platform::html::Answer restore_evidence(identity::Call& call);

}  // namespace maillage::strategy
