#pragma once

#include <string>
#include <vector>

#include "tests/journeys/demo_town.hpp"

// A person with an authenticator application, as the pages show it to them.
namespace maillage::test {

// The application, fed with the secret that a page writes.
class Authenticator {
 public:
    Authenticator(ServedTown& town, const std::string& page);
    std::string code(int steps_from_now) const;

 private:
    ServedTown& town_;
    std::string secret_;
};

// Sends the form of a page that was already answered.
HttpAnswer send_form(HttpClient& browser, const HttpAnswer& page, const std::string& action, Pairs fields);
HttpAnswer give_password(HttpClient& browser, const std::string& who, const std::string& next);
HttpAnswer give_code(HttpClient& browser, const std::string& code);
std::vector<std::string> recovery_codes(const std::string& page);

struct SetUp {
    Authenticator application;
    std::vector<std::string> codes;
};
// The whole of it, for who is signed in with the demonstration's password. Uses the code of the step before.
SetUp set_up_second_factor(ServedTown& town, HttpClient& browser);

}  // namespace maillage::test
