#include <gtest/gtest.h>

#include "domain/audit/api.hpp"
#include "domain/audit/sql.hpp"
#include "platform/db/connection.hpp"
#include "platform/db/errors.hpp"
#include "platform/sql.hpp"
#include "tests/support/database.hpp"

namespace maillage::audit {
namespace {

namespace db = platform::db;
using test::member_of;

TEST(An_audit_entry, cannot_be_signed_with_the_name_of_another_account) {
    test::TestDatabase database({platform::sql::migrations(), sql::migrations()});
    const Entry mine{
        .council = 1, .account = 7, .act = "strategy.update", .object_kind = "action", .object = "PRE-1"};
    database.pool().transaction(member_of(1, 7), [&](db::Tx& tx) { record(tx, mine); });
    EXPECT_THROW(database.pool().transaction(member_of(1, 8), [&](db::Tx& tx) { record(tx, mine); }),
                 db::StatementFailed);
}

TEST(An_audit_entry, is_never_changed_even_by_the_owner_or_the_administrator) {
    test::TestDatabase database({platform::sql::migrations(), sql::migrations()});
    database.pool().transaction(test::application(1), [&](db::Tx& tx) {
        record(tx, {.council = 1, .act = "x.y", .object_kind = "action", .object = "PRE-1"});
    });
    db::Connection admin(database.connection("maillage_admin"));
    EXPECT_THROW(admin.command("update audit.entry set act = 'z'"), db::StatementFailed);
    EXPECT_THROW(admin.command("delete from audit.entry"), db::StatementFailed);
    EXPECT_THROW(admin.command("truncate audit.entry"), db::StatementFailed);
}

}  // namespace
}  // namespace maillage::audit
