#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "domain/identity/policy_types.hpp"
#include "platform/db/pool.hpp"

// What row-level security must do, said a second time and in another way than the policies of the migrations
// say it: for every table the act that reads it, the acts that write it, whose its rows are.
namespace maillage::test {

struct GuardedTable {
    std::string_view name;
    std::optional<identity::Act> read = {};  // whole council; nothing: only its owner or the application
    std::vector<identity::Act> write = {};   // nothing: only its owner or the application
    std::string_view hidden = {};            // rows that a reader does not see and a writer does
    std::string_view owner = {};             // the column that holds whose a row is
    std::optional<identity::Act> own = {};   // what the owner must be allowed
    enum class OwnerMay { read, write } owner_may = OwnerMay::write;
    std::vector<identity::Act> update = {};  // who may change what a reader sees, and add nothing
    std::vector<identity::Act> add = {};     // who adds rows, where it is not who writes
    std::string_view also = {};              // further rows, for who may write `also_for`
    std::optional<identity::Act> also_for = {};
};

std::span<const GuardedTable> guarded_tables();

// An account in the database's eyes.
struct Attacker {
    std::string name;
    platform::db::Context context;

    bool may(identity::Act act) const;
};

// The rows that this account must read, and those it must be able to change, as a condition on the table.
std::string must_read(const GuardedTable& table, const Attacker& attacker);
std::string must_change(const GuardedTable& table, const Attacker& attacker);
// Everybody's rows, not their own alone.
bool writes_all(const GuardedTable& table, const Attacker& attacker);
bool must_add(const GuardedTable& table, const Attacker& attacker);

}  // namespace maillage::test
