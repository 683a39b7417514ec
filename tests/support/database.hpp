#pragma once

#include <initializer_list>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "platform/db/pool.hpp"

namespace maillage::test {

// A database of the test's own: migrated once per set of migrations in this program, then copied for each
// test. The cluster is the one whose socket folder MAILLAGE_TEST_CLUSTER names, or one that this program
// starts and stops.
//
//     TestDatabase database({platform::sql::migrations(), audit::sql::migrations()});
//     database.pool().transaction(member_of(1), [&](db::Tx& tx) { … });
class TestDatabase {
 public:
    explicit TestDatabase(std::initializer_list<std::span<const platform::db::Migration>> migrations);
    explicit TestDatabase(const std::vector<platform::db::Migration>& migrations);
    ~TestDatabase();
    TestDatabase(const TestDatabase&) = delete;
    TestDatabase& operator=(const TestDatabase&) = delete;

    // As the runtime role, under row-level security.
    platform::db::Pool& pool() { return *pool_; }
    // A pool of another size or with another key, for the tests of the pool itself.
    std::unique_ptr<platform::db::Pool> another_pool(unsigned size, std::string key) const;
    // libpq parameters as `role`: "maillage_owner", "maillage_app", "maillage_public", "maillage_admin".
    std::string connection(std::string_view role) const;
    static std::string context_key();

 private:
    std::string name_;
    std::unique_ptr<platform::db::Pool> pool_;
};

// Of a council, with every right in it.
platform::db::Context member_of(std::int64_t council, std::int64_t account = 1);
inline platform::db::Context application(std::int64_t council = 0) {
    return {.account = 0, .council = council, .reach = platform::db::Context::Reach::system};
}

}  // namespace maillage::test
