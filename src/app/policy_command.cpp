#include "app/policy_command.hpp"

#include <cstdio>

#include "domain/identity/policy_matrix.hpp"

namespace maillage::app {

int print_policy_matrix(const std::string& format) {
    const auto chosen = format == "csv" ? identity::MatrixFormat::csv : identity::MatrixFormat::markdown;
    std::fputs(identity::policy_matrix(chosen).c_str(), stdout);
    return 0;
}

}  // namespace maillage::app
