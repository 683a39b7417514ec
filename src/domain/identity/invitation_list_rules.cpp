#include "domain/identity/invitation_list_rules.hpp"

#include <algorithm>

#include "domain/identity/account_rules.hpp"
#include "foundation/text.hpp"

namespace maillage::identity {
namespace {

constexpr std::size_t longest_name = 120;

// A tab or a semicolon parts the cells of a workbook; a comma, of a list, and never of "Martin, Camille
// <c@…>", whose address stands in brackets.
std::vector<std::string> cells_of(std::string_view line) {
    const std::size_t open = line.find('<'), close = line.find('>');
    if (open != line.npos && close != line.npos && close > open) {
        std::vector<std::string> cells{std::string(foundation::trimmed(line.substr(0, open))),
                                       std::string(line.substr(open + 1, close - open - 1))};
        std::string_view rest = foundation::trimmed(line.substr(close + 1));
        if (rest.starts_with(';') || rest.starts_with(',')) rest = foundation::trimmed(rest.substr(1));
        if (!rest.empty()) cells.emplace_back(rest);
        return cells;
    }
    char separator = ',';
    for (const char known : {'\t', ';'})
        if (line.find(known) != line.npos) {
            separator = known;
            break;
        }
    std::vector<std::string> cells;
    for (const std::string_view cell : foundation::split(line, separator))
        cells.emplace_back(foundation::trimmed(cell));
    return cells;
}

std::string unquoted(std::string_view cell) {
    if (cell.size() >= 2 && cell.starts_with('"') && cell.ends_with('"'))
        cell = foundation::trimmed(cell.substr(1, cell.size() - 2));
    return std::string(cell);
}

std::optional<Role> role_called(std::string_view cell, const std::vector<RoleWord>& roles) {
    const std::string asked = foundation::folded(cell);
    const auto found = std::ranges::find_if(
        roles, [&](const RoleWord& known) { return foundation::folded(known.word) == asked; });
    return found == roles.end() ? std::nullopt : std::optional(found->role);
}

std::optional<ListMistake> mistake_of(const ListedPerson& person, bool address_found) {
    if (!address_found) return ListMistake::no_address;
    if (person.email.empty()) return ListMistake::bad_address;
    if (person.name.empty()) return ListMistake::no_name;
    if (foundation::length_in_characters(person.name) > longest_name) return ListMistake::long_name;
    return std::nullopt;
}

ListedPerson read_line(std::string_view line, const std::vector<RoleWord>& roles) {
    ListedPerson person{.line = std::string(line), .name = {}, .email = {}};
    bool address_found = false, role_unknown = false;
    for (const std::string& raw : cells_of(line)) {
        const std::string cell = unquoted(raw);
        if (cell.empty()) continue;
        if (!address_found && cell.find('@') != cell.npos) {
            address_found = true;
            person.email = normalised_email(cell).value_or("");
        } else if (person.name.empty()) {
            person.name = cell;
        } else if (const auto role = role_called(cell, roles)) {
            person.role = role;
        } else {
            role_unknown = true;
        }
    }
    person.mistake = mistake_of(person, address_found);
    if (!person.mistake && role_unknown) person.mistake = ListMistake::unknown_role;
    return person;
}

}  // namespace

std::vector<ListedPerson> read_list(std::string_view text, const std::vector<RoleWord>& roles) {
    std::vector<ListedPerson> people;
    for (const std::string_view raw : foundation::split(text, '\n')) {
        const std::string_view line = foundation::trimmed(raw);
        if (line.empty()) continue;
        if (people.size() > most_listed) break;
        ListedPerson person = read_line(line, roles);
        const bool again = std::ranges::any_of(people, [&](const ListedPerson& before) {
            return !before.mistake && before.email == person.email;
        });
        if (!person.mistake && again) person.mistake = ListMistake::twice;
        people.push_back(std::move(person));
    }
    return people;
}

}  // namespace maillage::identity
