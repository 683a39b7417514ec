#include "platform/db/pool.hpp"

#include <gtest/gtest.h>

#include <thread>

#include "platform/db/connection.hpp"
#include "platform/db/context.hpp"
#include "platform/db/errors.hpp"
#include "platform/sql.hpp"
#include "tests/support/database.hpp"

namespace maillage::platform::db {
namespace {

using test::application;
using test::member_of;
using test::TestDatabase;

constexpr Migration a_table{"test", "20261124-9900-thing", R"(
create schema test;
create table test.thing (id bigint primary key, council_id bigint not null, words text);
alter table test.thing enable row level security;
alter table test.thing force row level security;
create policy of_the_council on test.thing
    using (council_id = (select ctx.council()) or (select ctx.is_system()))
    with check (council_id = (select ctx.council()) or (select ctx.is_system()));
grant usage on schema test to maillage_app;
grant select, insert, update, delete on test.thing to maillage_app;
)"};
constexpr Sql insert_thing{"test.insert",
                           "insert into test.thing (id, council_id, words) values ($1, $2, $3)"};
constexpr Sql all_things{"test.all", "select words from test.thing order by id"};
constexpr Sql everything{
    "test.types",
    "select $1::int, $2::float8, $3::boolean, $4::text, $5::bytea, $6::date, $7::timestamptz, "
    "$8::text[], $9::bigint[], $10::text"};

std::span<const Migration> things() { return {&a_table, 1}; }

std::string words(Row& row) { return row.text(); }

TEST(A_pool, carries_every_type_there_and_back) {
    TestDatabase database({sql::migrations()});
    const auto day = foundation::Date::parse_iso("2028-02-29").value();
    const foundation::Instant moment = day.days() + std::chrono::hours(23) + std::chrono::microseconds(1234);
    const std::string bytes("\0\xff'\\", 4);
    const std::vector<std::string> texts{"a,b", "c\"d\\", "é", ""};
    const std::vector<std::int64_t> numbers{-1, 9007199254740993};

    database.pool().transaction({}, [&](Tx& tx) {
        const Result result = tx.run(everything, -7, 0.1, true, "l’été", Bytes{bytes}, day, moment, texts,
                                     numbers, std::optional<std::string>());
        Row row = result.row(0);
        EXPECT_EQ(row.int8(), -7);
        EXPECT_EQ(row.float8(), 0.1);
        EXPECT_TRUE(row.boolean());
        EXPECT_EQ(row.text(), "l’été");
        EXPECT_EQ(row.bytea(), bytes);
        EXPECT_EQ(row.date(), day);
        EXPECT_EQ(row.instant(), moment);
        EXPECT_EQ(row.texts(), texts);
        EXPECT_EQ(row.int8s(), numbers);
        EXPECT_EQ(row.text_or_null(), std::nullopt);
    });
}

TEST(A_pool, keeps_nothing_of_a_transaction_that_throws) {
    TestDatabase database({sql::migrations(), things()});
    EXPECT_THROW(database.pool().transaction(member_of(1),
                                             [](Tx& tx) {
                                                 tx.run(insert_thing, 1, 1, "lost");
                                                 throw StatementFailed("XX000", "on purpose");
                                             }),
                 StatementFailed);
    const auto left =
        database.pool().transaction(member_of(1), [](Tx& tx) { return tx.all(all_things, words); });
    EXPECT_TRUE(left.empty());
}

TEST(A_pool, of_one_connection_never_shows_one_council_the_rows_of_another) {
    TestDatabase database({sql::migrations(), things()});
    database.pool().transaction(application(), [](Tx& tx) {
        for (int i = 0; i < 20; ++i) tx.run(insert_thing, i, 1 + i % 2, i % 2 == 0 ? "first" : "second");
    });
    const auto pool = database.another_pool(1, TestDatabase::context_key());
    for (int i = 0; i < 1000; ++i) {
        const std::int64_t council = 1 + i % 2;
        const auto seen =
            pool->transaction(member_of(council), [](Tx& tx) { return tx.all(all_things, words); });
        ASSERT_EQ(seen, std::vector<std::string>(10, council == 1 ? "first" : "second"));
    }
}

TEST(A_context, that_is_forged_or_absent_shows_nothing_and_writes_nothing) {
    TestDatabase database({sql::migrations(), things()});
    database.pool().transaction(application(), [](Tx& tx) { tx.run(insert_thing, 1, 1, "seen"); });
    const auto forger = database.another_pool(1, "another key");
    EXPECT_TRUE(forger->transaction(member_of(1), [](Tx& tx) { return tx.all(all_things, words); }).empty());
    EXPECT_THROW(forger->transaction(member_of(1), [](Tx& tx) { tx.run(insert_thing, 2, 1, "x"); }),
                 StatementFailed);

    Connection bare(database.connection("maillage_app"));
    Tx tx(bare);
    bare.command("begin");
    for (const char* setting : {"", "1|1|s|1|1", "1|1|m|1|99999999999|00", "||||||", "a|b|c|d|e|f"}) {
        bare.command(std::string("set local app.ctx = '") + setting + "'");
        EXPECT_TRUE(tx.all(all_things, words).empty()) << setting;
    }
    const std::string of_another_backend =
        signed_context(member_of(1), bare.backend_pid() + 1, TestDatabase::context_key());
    bare.command("set local app.ctx = '" + of_another_backend + "'");
    EXPECT_TRUE(tx.all(all_things, words).empty());
    bare.command("set local app.ctx = '" +
                 signed_context(member_of(1), bare.backend_pid(), TestDatabase::context_key()) + "'");
    EXPECT_EQ(tx.all(all_things, words).size(), 1U);
}

TEST(The_key_of_the_context, cannot_be_read_by_the_runtime_role) {
    TestDatabase database({sql::migrations()});
    Connection bare(database.connection("maillage_app"));
    EXPECT_THROW(bare.command("select key from ctx.mac_key"), StatementFailed);
}

TEST(A_pool, replaces_connections_that_the_server_ended) {
    TestDatabase database({sql::migrations(), things()});
    database.pool().transaction(member_of(1), [](Tx& tx) { tx.run(insert_thing, 1, 1, "kept"); });
    Connection admin(database.connection("maillage_admin"));
    // Other tests use the same server at the same time: this database only.
    admin.command(
        "select pg_terminate_backend(pid) from pg_stat_activity "
        "where usename = 'maillage_app' and datname = current_database()");
    const auto seen =
        database.pool().transaction(member_of(1), [](Tx& tx) { return tx.all(all_things, words); });
    EXPECT_EQ(seen, std::vector<std::string>{"kept"});
}

TEST(A_pool, of_one_connection_does_not_mix_the_end_of_a_reading_with_what_follows) {
    TestDatabase database({sql::migrations(), things()});
    const auto pool = database.another_pool(1, TestDatabase::context_key());
    constexpr Sql nonsense{"test.nonsense", "select 1 / (count(*) - count(*)) from test.thing"};
    for (int i = 0; i < 20; ++i) {
        const auto seen = pool->transaction(member_of(1), [](Tx& tx) { return tx.all(all_things, words); });
        EXPECT_EQ(std::ssize(seen), i);
        EXPECT_THROW(pool->transaction(member_of(1), [&](Tx& tx) { tx.run(nonsense); }), StatementFailed);
        pool->transaction(member_of(1), [](Tx&) {});
        pool->transaction(member_of(1), [&](Tx& tx) { tx.run(insert_thing, i, 1, "kept"); });
    }
}

TEST(What_a_statement_with_two_parts_wrote, is_there_for_everybody_when_its_transaction_ended) {
    TestDatabase database({sql::migrations(), things()});
    constexpr Sql both{
        "test.both",
        "-- Tagged SELECT by the server.\nwith written as (insert into test.thing (id, council_id, "
        "words) values ($1, 1, 'kept') returning id) select id from written"};
    for (int i = 0; i < 50; ++i) {
        database.pool().transaction(member_of(1), [&](Tx& tx) { tx.run(both, i); });
        const auto seen =
            database.pool().transaction(member_of(1), [](Tx& tx) { return tx.all(all_things, words); });
        ASSERT_EQ(std::ssize(seen), i + 1);
    }
}

TEST(A_pool, whose_connections_are_all_lent_refuses_after_its_wait) {
    TestDatabase database({sql::migrations()});
    Pool pool({.connection = database.connection("maillage_app"),
               .context_key = TestDatabase::context_key(),
               .size = 1,
               .wait = std::chrono::milliseconds(20)});
    pool.transaction({}, [&](Tx&) {
        std::jthread([&] { EXPECT_THROW(pool.transaction({}, [](Tx&) {}), Unavailable); }).join();
    });
    EXPECT_NO_THROW(pool.transaction({}, [](Tx&) {}));
}

TEST(A_statement_that_takes_too_long, is_a_database_to_come_back_to_later) {
    TestDatabase database({sql::migrations()});
    Pool pool({.connection = database.connection("maillage_app"),
               .context_key = TestDatabase::context_key(),
               .size = 1,
               .statement_timeout = std::chrono::milliseconds(20)});
    constexpr Sql slow{"test.slow", "select pg_catalog.pg_sleep(10)"};
    EXPECT_THROW(pool.transaction({}, [&](Tx& tx) { tx.run(slow); }), Unavailable);
    EXPECT_NO_THROW(pool.transaction({}, [](Tx&) {}));
}

TEST(A_failure, names_the_statement_and_the_state_but_no_value) {
    TestDatabase database({sql::migrations(), things()});
    try {
        database.pool().transaction(member_of(1), [](Tx& tx) {
            tx.run(insert_thing, 1, 1, "secret-canary");
            tx.run(insert_thing, 1, 1, "secret-canary");
        });
        FAIL() << "a double key was accepted";
    } catch (const StatementFailed& failure) {
        EXPECT_TRUE(failure.unique_violation());
        EXPECT_EQ(std::string_view(failure.what()).find("canary"), std::string_view::npos);
    }
}

TEST(Work_at_one_moment, sees_nothing_that_others_commit_meanwhile_and_writes_nothing) {
    TestDatabase database({sql::migrations(), things()});
    Pool& pool = database.pool();
    const auto add = [&](std::int64_t id) {
        pool.transaction(application(1), [&](Tx& tx) { tx.run(insert_thing, id, 1, "x"); });
    };
    const auto count = [](Tx& tx) { return tx.all(all_things, words).size(); };
    add(1);
    const auto counted = pool.at_one_moment(application(1), [&](Tx& tx) {
        const std::size_t before = count(tx);
        add(2);
        return std::pair(before, count(tx));
    });
    EXPECT_EQ(counted, std::pair(std::size_t{1}, std::size_t{1}));
    EXPECT_EQ(pool.transaction(application(1), count), 2U);
    EXPECT_THROW(
        pool.at_one_moment(application(1), [](Tx& tx) { return tx.run(insert_thing, 3, 1, "y"), 0; }),
        StatementFailed);
    EXPECT_EQ(pool.transaction(application(1), count), 2U) << "the connection comes back clean";
}

}  // namespace
}  // namespace maillage::platform::db
