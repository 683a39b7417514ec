#include "domain/strategy/peoples_changes.hpp"

#include "domain/strategy/sql.hpp"

namespace maillage::strategy {

namespace db = platform::db;

PeoplesChanges::PeoplesChanges(Scope& scope) {
    const db::Result result = scope.tx.run(sql::fields_changed_by_people, scope.council);
    for (int i = 0; i < result.rows(); ++i) {
        db::Row row = result.row(i);
        const std::int64_t action = row.int8(), step = row.int8(), part = row.int8();
        std::string field = row.text(), former = row.text();
        if (part != 0) {
            parts_.emplace(action, field, part);
            if (!former.empty()) former_.emplace(std::pair(action, std::move(field)), std::move(former));
            continue;
        }
        if (step != 0) steps_.emplace(action, step);
        fields_.emplace(action, step, std::move(field));
    }
}

bool PeoplesChanges::changed(ActionId action, std::string_view field) const {
    return changed(action, StepId(0), field);
}

bool PeoplesChanges::changed(ActionId action, StepId step, std::string_view field) const {
    return fields_.contains({action.value, step.value, std::string(field)});
}

bool PeoplesChanges::changed_any_field(ActionId action, StepId step) const {
    return steps_.contains({action.value, step.value});
}

bool PeoplesChanges::changed(ActionId action, PartKind kind, std::int64_t part) const {
    return parts_.contains({action.value, std::string(name_of(kind)), part});
}

std::vector<std::string> PeoplesChanges::former_parts(ActionId action, PartKind kind) const {
    std::vector<std::string> texts;
    const auto [first, last] = former_.equal_range({action.value, std::string(name_of(kind))});
    for (auto each = first; each != last; ++each) texts.push_back(each->second);
    return texts;
}

}  // namespace maillage::strategy
