#pragma once

#include <string_view>
#include <vector>

#include "domain/identity/policy_rules.hpp"

namespace maillage::identity {

// One question of the matrix: an act, put to an object in a state.
struct PolicyQuestion {
    Act act;
    std::string_view object, state;  // "mandate", "given by oneself"
    Object facts;
};

// Who asks in the matrix: a role alone, or one of those who hold none that counts today.
struct PolicySubject {
    std::string_view name;
    Subject subject;
};

inline constexpr AccountId matrix_actor{1};
inline constexpr std::int64_t matrix_council = 1;
inline constexpr foundation::Date matrix_day =
    foundation::Date::from_days(std::chrono::sys_days(std::chrono::year(2026) / 11 / 24));

std::vector<PolicyQuestion> policy_questions();
std::vector<PolicySubject> policy_subjects();

}  // namespace maillage::identity
