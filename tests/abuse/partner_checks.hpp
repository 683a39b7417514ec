#pragma once

#include "tests/abuse/row_checks.hpp"

namespace maillage::test {

// Whoever sits for an organisation adds and replaces the figures of its indicators, comments on them, and
// writes the texts of own comments; on the indicator of another organisation none of it (A1). One line a
// difference. The connection is the administrator's, inside a transaction.
std::vector<std::string> partner_differences(platform::db::Connection& admin, const GuardedTown& town);

}  // namespace maillage::test
