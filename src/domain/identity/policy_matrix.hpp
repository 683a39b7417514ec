#pragma once

#include <string>

namespace maillage::identity {

enum class MatrixFormat { csv, markdown };

// Who may do what, written from the policy itself: role × act × object × state. In CSV one line an answer,
// with the reason and the article of a refusal; in Markdown one row a question and one column a role, then
// the reasons.
std::string policy_matrix(MatrixFormat format);

}  // namespace maillage::identity
