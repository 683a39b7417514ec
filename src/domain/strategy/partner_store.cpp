#include "domain/strategy/partner_store.hpp"

#include <algorithm>

#include "domain/strategy/action_fields_rules.hpp"
#include "domain/strategy/sql.hpp"

namespace maillage::strategy {

namespace db = platform::db;

KnownPartners known_partners(Scope& scope, const std::vector<std::string>& names) {
    KnownPartners known;
    const db::Result result = scope.tx.run(sql::organisations_named, scope.council, names);
    for (int i = 0; i < result.rows(); ++i) {
        db::Row row = result.row(i);
        std::string name = row.text();
        known.emplace(std::move(name), row.text());
    }
    return known;
}

void set_partners(Scope& scope, Action& action, const std::vector<std::string>& names) {
    set_partners(known_partners(scope, names), action, names);
}

void set_partners(const KnownPartners& known, Action& action, const std::vector<std::string>& names) {
    action.organisations.clear();
    action.partners.clear();
    for (const std::string& name : names) {
        const auto found = known.find(name);
        auto& list = found == known.end() ? action.partners : action.organisations;
        const std::string& value = found == known.end() ? name : found->second;
        if (std::ranges::find(list, value) == list.end()) list.push_back(value);
    }
    std::ranges::sort(action.organisations);
    std::ranges::sort(action.partners);
}

std::vector<std::string> read_supposed_partners(Scope& scope, ActionId action) {
    if (!scope.may_read) return {};
    return scope.tx.all(
        sql::supposed_partners, [](db::Row& row) { return row.text(); }, scope.council, action);
}

void mark_supposed_partners(Scope& scope, ActionId action, const std::vector<std::string>& names) {
    scope.tx.run(sql::mark_supposed_partners, scope.council, action, names);
}

std::string partners_text(const Action& action, const std::vector<Reference>& organisations) {
    std::vector<std::string> names;
    for (const std::string& key : action.organisations) {
        const Reference* organisation = find(organisations, key);
        names.push_back(organisation == nullptr ? key : organisation->label);
    }
    names.insert(names.end(), action.partners.begin(), action.partners.end());
    return joined(names);
}

}  // namespace maillage::strategy
