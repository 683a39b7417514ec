#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/identity/policy_types.hpp"

// People pasted from a message or a workbook, one a line: a name, an address, and a role when it is not the
// same for all. "Camille Martin <c.martin@laval.example>", "Camille Martin; c.martin@laval.example;
// Préfecture".
namespace maillage::identity {

inline constexpr std::size_t most_listed = 50;

enum class ListMistake : std::uint8_t {
    no_address,
    bad_address,
    no_name,
    long_name,
    unknown_role,
    twice,
    taken
};

struct ListedPerson {
    std::string line;  // as it was pasted
    std::string name, email;
    std::optional<Role> role = {};  // nothing: that of all
    std::optional<ListMistake> mistake = {};
};
// What people call a role, in their language.
struct RoleWord {
    std::string word;
    Role role;
};
// In the order of the text, without empty lines; of people listed twice, the first counts. Stops after one
// too many.
std::vector<ListedPerson> read_list(std::string_view text, const std::vector<RoleWord>& roles);

}  // namespace maillage::identity
