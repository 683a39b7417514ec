#pragma once

#include <string>

#include "tests/journeys/demo_town.hpp"

namespace maillage::test {

// Every job that waits now, as `maillage worker` does them; files pass through this virus scanner, if any.
void do_jobs(ServedTown& town, const std::string& scanner_socket = {});

}  // namespace maillage::test
