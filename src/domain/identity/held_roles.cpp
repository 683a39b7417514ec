#include "domain/identity/held_roles.hpp"

#include "domain/identity/policy_rules.hpp"

namespace maillage::identity {

std::vector<HeldRole> held_roles(const std::vector<std::string>& mandates) {
    std::vector<HeldRole> roles;
    for (const std::string_view mandate : mandates) {
        const std::size_t first = mandate.find('|'), last = mandate.rfind('|');
        const auto role = role_named(mandate.substr(0, first));
        if (!role || first == last) continue;
        roles.push_back({*role, foundation::Date::parse_iso(mandate.substr(first + 1, last - first - 1)),
                         foundation::Date::parse_iso(mandate.substr(last + 1))});
    }
    return roles;
}

}  // namespace maillage::identity
