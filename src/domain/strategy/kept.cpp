#include "domain/strategy/kept.hpp"

#include "domain/strategy/sql.hpp"

namespace maillage::strategy {

std::string version_of(Scope& scope) {
    const auto revision = scope.tx.one(
        sql::revision_of_council, [](platform::db::Row& row) { return row.int8(); }, scope.council);
    const auto minute = std::chrono::floor<std::chrono::minutes>(scope.now).time_since_epoch().count();
    return std::to_string(revision.value_or(0)) + ":" + scope.today.iso() + ":" + std::to_string(minute);
}

}  // namespace maillage::strategy
