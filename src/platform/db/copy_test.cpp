#include "platform/db/copy.hpp"

#include <gtest/gtest.h>

#include "platform/db/connection.hpp"
#include "platform/db/errors.hpp"
#include "platform/db/listener.hpp"
#include "platform/sql.hpp"
#include "tests/support/database.hpp"

namespace maillage::platform::db {
namespace {

using test::TestDatabase;

constexpr Migration a_stage{"test", "20261124-9901-stage", R"(
create schema test;
create table test.stage (a bigint, b integer, c smallint, d double precision, e boolean, f text, g date,
                         h timestamptz, i public.geometry(Point, 2154));
alter table test.stage enable row level security;
alter table test.stage force row level security;
create policy all_of_it on test.stage using (true);
grant usage on schema test to maillage_app;
grant select, insert on test.stage to maillage_app;
)"};
constexpr Sql copy_stage{"test.copy", "copy test.stage from stdin (format binary)"};
constexpr Sql read_stage{"test.read",
                         "select a, b, c, d, e, f, g, h, public.st_x(i), public.st_srid(i) from test.stage"};
constexpr Sql count_stage{"test.count", "select count(*) from test.stage"};

std::span<const Migration> stage() { return {&a_stage, 1}; }
std::int64_t number(Row& row) { return row.int8(); }

// As the owner of the table: PostgreSQL refuses COPY FROM to a role under row-level security.
class AsOwner {
 public:
    explicit AsOwner(const TestDatabase& database) : connection_(database.connection("maillage_owner")) {
        connection_.command("alter table test.stage no force row level security; set time zone 'UTC'; begin");
    }
    Connection& connection() { return connection_; }

 private:
    Connection connection_;
};

TEST(A_bulk_load, carries_every_type) {
    const TestDatabase database({sql::migrations(), stage()});
    AsOwner owner(database);
    Tx tx(owner.connection());
    const auto day = foundation::Date::parse_iso("1999-12-31").value();
    const foundation::Instant moment = day.days() + std::chrono::microseconds(1);

    CopyIn copy(tx, copy_stage);
    copy.row(9).int8(-1).int4(-2).int2(-3).float8(0.1).boolean(true).text("é").date(day).instant(moment);
    copy.point({.x = 419313.0052, .y = 6781104.2746, .srid = 2154});
    copy.row(9);
    for (int i = 0; i < 9; ++i) copy.null();
    EXPECT_EQ(copy.finish(), 2);

    const Result result = tx.run(read_stage);
    Row row = result.row(0);
    EXPECT_EQ(row.int8(), -1);
    EXPECT_EQ(row.int8(), -2);
    EXPECT_EQ(row.int8(), -3);
    EXPECT_EQ(row.float8(), 0.1);
    EXPECT_TRUE(row.boolean());
    EXPECT_EQ(row.text(), "é");
    EXPECT_EQ(row.date(), day);
    EXPECT_EQ(row.instant(), moment);
    EXPECT_EQ(row.float8(), 419313.0052);
    EXPECT_EQ(row.int8(), 2154);
    EXPECT_EQ(result.row(1).int8_or_null(), std::nullopt);
}

TEST(A_bulk_load, of_more_than_one_chunk_loses_no_row) {
    const TestDatabase database({sql::migrations(), stage()});
    AsOwner owner(database);
    Tx tx(owner.connection());
    CopyIn copy(tx, copy_stage);
    for (int i = 0; i < 20'000; ++i) {
        copy.row(9).int8(i);
        for (int column = 1; column < 9; ++column) copy.null();
    }
    EXPECT_EQ(copy.finish(), 20'000);
    EXPECT_EQ(tx.single(count_stage, number), 20'000);
}

TEST(A_bulk_load, that_is_given_up_keeps_nothing_and_leaves_a_usable_connection) {
    const TestDatabase database({sql::migrations(), stage()});
    AsOwner owner(database);
    {
        Tx tx(owner.connection());
        CopyIn copy(tx, copy_stage);
        copy.row(9).int8(1);
    }
    EXPECT_TRUE(owner.connection().idle());
}

TEST(A_bulk_load, whose_row_has_too_many_columns_is_a_bug) {
    const TestDatabase database({sql::migrations(), stage()});
    AsOwner owner(database);
    Tx tx(owner.connection());
    CopyIn copy(tx, copy_stage);
    EXPECT_THROW(copy.row(1).int8(1).int8(2), foundation::Bug);
}

TEST(A_listener, hears_what_is_committed_and_stops_waiting_in_time) {
    const TestDatabase database({sql::migrations()});
    Listener listener(database.connection("maillage_app"), {"jobs"});
    EXPECT_EQ(listener.wait(std::chrono::milliseconds(1)), std::nullopt);
    Connection speaker(database.connection("maillage_app"));
    speaker.command("begin; notify jobs, '7'");
    EXPECT_EQ(listener.wait(std::chrono::milliseconds(1)), std::nullopt);
    speaker.command("commit");
    const auto heard = listener.wait(std::chrono::seconds(5));
    ASSERT_TRUE(heard);
    EXPECT_EQ(heard->payload, "7");
}

TEST(A_listener, says_when_the_server_went_away) {
    const TestDatabase database({sql::migrations()});
    Listener listener(database.connection("maillage_app"), {"jobs"});
    Connection admin(database.connection("maillage_admin"));
    // Other tests listen on the same server at the same time: this database only.
    admin.command(
        "select pg_terminate_backend(pid) from pg_stat_activity "
        "where query = 'listen jobs' and datname = current_database()");
    EXPECT_THROW((void)listener.wait(std::chrono::seconds(5)), Unavailable);
}

}  // namespace
}  // namespace maillage::platform::db
