#pragma once

#include <string>
#include <vector>

#include "tests/journeys/demo_town.hpp"
#include "tests/support/soft_authenticator.hpp"

// A person with an authenticator, and the script of the pages that ask it.
namespace maillage::test {

// What a page asks its browser for.
Asked asked_by(const HttpAnswer& page, const HttpClient& browser);
// The hidden fields as the script fills them in. `secret`: what the authenticator computes, empty where it
// cannot.
Pairs filled_in(SoftAuthenticator& authenticator, const HttpAnswer& page, const HttpClient& browser,
                const std::string& secret = {});

// Adds a passkey to the account that is signed in with the demonstration's password alone; its recovery
// codes.
std::vector<std::string> add_passkey(HttpClient& browser, SoftAuthenticator& authenticator,
                                     const std::string& secret = {});
// Signs in with the passkey alone: the answer to it.
HttpAnswer sign_in_with(HttpClient& browser, SoftAuthenticator& authenticator,
                        const std::string& secret = {});

}  // namespace maillage::test
