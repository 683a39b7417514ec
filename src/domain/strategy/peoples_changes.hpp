#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "domain/strategy/action_types.hpp"
#include "domain/strategy/part_rules.hpp"
#include "domain/strategy/scope.hpp"

namespace maillage::strategy {

// Whatever an account ever changed, added or took away: loading files leaves it alone.
class PeoplesChanges {
 public:
    explicit PeoplesChanges(Scope& scope);

    bool changed(ActionId action, std::string_view field) const;
    bool changed(ActionId action, StepId step, std::string_view field) const;
    bool changed_any_field(ActionId action, StepId step) const;
    bool changed(ActionId action, PartKind kind, std::int64_t part) const;
    // What parts said before people changed them or took them away.
    std::vector<std::string> former_parts(ActionId action, PartKind kind) const;

 private:
    std::set<std::tuple<std::int64_t, std::int64_t, std::string>> fields_;  // action, step or 0, field
    std::set<std::tuple<std::int64_t, std::int64_t>> steps_;                // action, step
    std::set<std::tuple<std::int64_t, std::string, std::int64_t>> parts_;   // action, kind, part
    std::multimap<std::pair<std::int64_t, std::string>, std::string> former_;
};

}  // namespace maillage::strategy
