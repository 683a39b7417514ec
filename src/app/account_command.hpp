#pragma once

#include <string>

#include "platform/config/configuration.hpp"

namespace maillage::app {

struct AccountAsked {
    std::string council = "laval", email, name, role = "coordinator";
};
// `maillage account new|reset|unlock|disable ADDRESS --council C`: the first persons of a council, and what
// to do when nobody can sign in any more. A code is printed once. Each returns the exit status.
int run_account_new(const platform::config::Configuration& configuration, const AccountAsked& asked);
int run_account_reset(const platform::config::Configuration& configuration, const AccountAsked& asked);
// Takes away the second factor that the person has lost.
int run_account_unlock(const platform::config::Configuration& configuration, const AccountAsked& asked);
int run_account_disable(const platform::config::Configuration& configuration, const AccountAsked& asked);

}  // namespace maillage::app
