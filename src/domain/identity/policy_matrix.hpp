#pragma once

#include <string>

namespace maillage::identity {

enum class MatrixFormat { csv, markdown };

// Who may do what, written from the policy itself: one row a role, one column an act.
std::string policy_matrix(MatrixFormat format);

}  // namespace maillage::identity
