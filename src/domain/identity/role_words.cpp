#include "domain/identity/role_words.hpp"

namespace maillage::identity {
namespace {

platform::i18n::Key key_of(Role role) {
    switch (role) {
    case Role::coordinator: return "identity.role.coordinator";
    case Role::elected: return "identity.role.elected";
    case Role::prefect: return "identity.role.prefect";
    case Role::prosecutor: return "identity.role.prosecutor";
    case Role::national_police: return "identity.role.national_police";
    case Role::municipal_police: return "identity.role.municipal_police";
    case Role::social_partner: return "identity.role.social_partner";
    case Role::local_partner: return "identity.role.local_partner";
    case Role::mediator: return "identity.role.mediator";
    case Role::radicalisation_referent: return "identity.role.radicalisation_referent";
    case Role::data_protection_officer: return "identity.role.data_protection_officer";
    case Role::administrator: return "identity.role.administrator";
    }
    __builtin_unreachable();
}

}  // namespace

std::string role_in_words(const platform::i18n::Words& words, Role role) { return words(key_of(role)); }

std::vector<platform::html::Option> role_options(const platform::i18n::Words& words) {
    std::vector<platform::html::Option> options;
    for (const Role role : all_roles())
        options.push_back({std::string(name_of(role)), role_in_words(words, role)});
    return options;
}

}  // namespace maillage::identity
