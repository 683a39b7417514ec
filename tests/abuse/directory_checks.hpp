#pragma once

#include "tests/abuse/row_checks.hpp"

namespace maillage::test {

// The city's directory in raw SQL: it sees and changes the accounts that it keeps and their traces, ends
// mandates and lets them wait; it gives none, opens no account and sees no other. One line a difference. The
// connection is the administrator's, inside a transaction.
std::vector<std::string> directory_differences(platform::db::Connection& admin, const GuardedTown& town);

}  // namespace maillage::test
