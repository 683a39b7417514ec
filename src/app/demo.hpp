#pragma once

#include <span>
#include <string_view>

#include "domain/identity/api.hpp"

namespace maillage::app {

// The accounts of the demonstration town: one a role, fictional people, one password that the README prints.
struct DemoAccount {
    std::string_view email, display_name;
    identity::Role role;
    std::string_view organisation = {};  // key in the directory, for which it sits
};
std::span<const DemoAccount> demo_accounts();
inline constexpr std::string_view demo_password = "demonstration-laval-2026";

// Creates the council "laval" marked as a demonstration, with its accounts, and loads what each slice brings
// from `data_folder`/councils/laval. Safe to run again.
void load_demo(platform::db::Pool& database, platform::crypto::PasswordHasher& passwords,
               const std::string& data_folder, foundation::Date today);
// True when the installation holds no council yet.
bool is_empty(platform::db::Pool& database);

}  // namespace maillage::app
