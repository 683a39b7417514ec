#pragma once

#include <string>

namespace maillage::app {

// Prints the matrix role × act, generated from the policy itself, as Markdown or CSV.
int print_policy_matrix(const std::string& format);

}  // namespace maillage::app
