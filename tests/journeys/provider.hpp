#pragma once

#include <string>

#include "platform/oidc/provider.hpp"
#include "tests/journeys/demo_town.hpp"
#include "tests/support/oidc_provider.hpp"

// A town whose people may sign in by an identity provider, and what a browser does between the two.
namespace maillage::test {

class TownWithProvider : public DemoTown {
 public:
    TownWithProvider() { services().provider = &here; }

    OidcProvider there{[this] { return services().clock(); }};
    platform::oidc::Provider here{OidcProvider::settings(), there.fetch(),
                                  [this] { return services().clock(); }};
};

// Leaves by this address of ours: that of the provider. The visit's cookie is in the browser now.
std::string leave(HttpClient& browser, const std::string& by = "/sign-in/provider");
// Leaves, signs in there as `subject` and comes back: the answer to that.
HttpAnswer visit(TownWithProvider& town, HttpClient& browser, const std::string& subject,
                 const std::string& by = "/sign-in/provider");
// The code that opens this account anew, as the administration hands it over.
std::string opening_code(DemoTown& town, const std::string& who);
// Links the account that is signed in, with the demonstration's password.
HttpAnswer link_account(TownWithProvider& town, HttpClient& browser, const std::string& subject);

}  // namespace maillage::test
