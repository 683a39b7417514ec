#include "app/policy_command.hpp"

#include <cstdio>
#include <vector>

#include "domain/identity/policy_rules.hpp"

namespace maillage::app {

int print_policy_matrix(const std::string& format) {
    const bool csv = format == "csv";
    const auto line = [csv](const std::vector<std::string>& cells) {
        std::string text = csv ? "" : "| ";
        for (std::size_t i = 0; i < cells.size(); ++i) text += (i == 0 ? "" : csv ? "," : " | ") + cells[i];
        std::puts((text + (csv ? "" : " |")).c_str());
    };
    std::vector<std::string> head{"role"}, rule{"---"};
    for (const auto act : identity::all_acts()) {
        head.emplace_back(identity::name_of(act));
        rule.emplace_back("---");
    }
    line(head);
    if (!csv) line(rule);
    for (const auto role : identity::all_roles()) {
        const std::vector<identity::Role> roles{role};
        std::vector<std::string> cells{std::string(identity::name_of(role))};
        for (const auto act : identity::all_acts())
            cells.emplace_back(identity::may({.signed_in = true, .roles = roles}, act) ? "yes" : "no");
        line(cells);
    }
    return 0;
}

}  // namespace maillage::app
