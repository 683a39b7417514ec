#pragma once

#include <expected>
#include <string>

#include "domain/identity/account_store.hpp"

// What a command on the installation does to accounts, in nobody's name. Whoever may run it can already
// change the program: its mandates count at once, and this is how the first two persons of a council come in.
namespace maillage::identity {

struct Desk {
    platform::db::Tx& tx;  // under the application's context
    territory::CouncilId council;
    foundation::Instant now;
    foundation::Date today;
    std::string code;  // Services::random_hex(code_bytes), for the acts that give one
};

struct NewPerson {
    std::string email, name;
    Role role = Role::coordinator;
};
// The code to hand over, in groups.
std::expected<std::string, AccountRefusal> open_account(const Desk& desk, const NewPerson& person);
std::expected<std::string, AccountRefusal> give_new_code(const Desk& desk, const std::string& email);
// The second factor that the person has lost; they sign in with the password alone until they set up another.
std::expected<void, AccountRefusal> take_factor_of(const Desk& desk, const std::string& email);
std::expected<void, AccountRefusal> close_account_of(const Desk& desk, const std::string& email);

}  // namespace maillage::identity
