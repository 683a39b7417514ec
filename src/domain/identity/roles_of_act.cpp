#include "domain/identity/roles_of_act.hpp"

namespace maillage::identity {

std::vector<std::string> roles_of_act(Act act) {
    std::vector<std::string> names;
    for (const Role role : all_roles()) {
        // Without a first and a last day it holds on any.
        const HeldRole held(role);
        if (may({.signed_in = true, .roles = {&held, 1}}, act, {}, foundation::Date()))
            names.emplace_back(name_of(role));
    }
    return names;
}

}  // namespace maillage::identity
