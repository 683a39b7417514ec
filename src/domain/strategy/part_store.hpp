#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "domain/strategy/part_rules.hpp"
#include "domain/strategy/scope.hpp"

// Any part of what stands around an action, read and written as its text. For Change alone, which keeps the
// trace.
namespace maillage::strategy {

// Empty when the action has no such part.
std::string read_part(Scope& scope, ActionId action, PartKind kind, std::int64_t id);

// Adds a new one (id 0), changes the one that is `there`, brings one back under its number, or takes it away
// (empty text). Its number; nothing when another one says the same, or lines still hang on it.
std::optional<std::int64_t> write_part(Scope& scope, ActionId action, PartKind kind, std::int64_t id,
                                       bool there, std::string_view text);

}  // namespace maillage::strategy
