#pragma once

#include <string>

#include "domain/strategy/api.hpp"
#include "domain/strategy/scope.hpp"

namespace maillage::strategy {

// Of the scope's council; empty for who may not read the strategy.
Term read_term(Scope& scope);
// Kept beside those set before, with who set it; without a day, the files' own holds again. False without the
// right.
bool set_end(Scope& scope, const std::optional<foundation::Date>& ends, std::string_view source);

}  // namespace maillage::strategy
