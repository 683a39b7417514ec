#pragma once

#include <string>

#include "tests/journeys/demo_town.hpp"

namespace maillage::test {

// Publishes the next version of the council's charter as this browser; the answer is the list of who signed.
HttpAnswer publish_charter(HttpClient& browser, const std::string& from = "24/11/2026",
                           const std::string& text = "Ce qui se dit **ne sort pas**.");
HttpAnswer sign_the_charter(HttpClient& browser, const std::string& version = "1");

}  // namespace maillage::test
