#include "platform/db/migrate.hpp"

#include <libpq-fe.h>
#include <sodium.h>

#include <algorithm>

#include "platform/db/tx.hpp"

namespace maillage::platform::db {
namespace {

constexpr Sql known{"meta.known", "select checksum from maillage_meta.migration where stem = $1"};
constexpr Sql insert{"meta.insert",
                     "insert into maillage_meta.migration (stem, slice, checksum) values ($1, $2, $3)"};

constexpr Sql begun{"meta.begun", "select to_regclass('maillage_meta.migration') is not null"};
constexpr Sql newest{"meta.newest", "select max(ran_at) from maillage_meta.migration"};

std::string checksum_of(std::string_view text) {
    unsigned char digest[32];
    crypto_generichash(digest, sizeof digest, reinterpret_cast<const unsigned char*>(text.data()),
                       text.size(), nullptr, 0);
    char hex[65];
    sodium_bin2hex(hex, sizeof hex, digest, sizeof digest);
    return hex;
}

// One runner at a time in a database; let go whatever happens, so that a failed run does not block the next.
class RunnerLock {
 public:
    explicit RunnerLock(Connection& connection) : connection_(connection) {
        connection_.command("select pg_catalog.pg_advisory_lock(5318008)");
    }
    ~RunnerLock() { PQclear(PQexec(connection_.raw(), "select pg_catalog.pg_advisory_unlock(5318008)")); }
    RunnerLock(const RunnerLock&) = delete;
    RunnerLock& operator=(const RunnerLock&) = delete;

 private:
    Connection& connection_;
};

}  // namespace

std::expected<int, MigrationRefusal> migrate(Connection& connection, std::vector<Migration> migrations,
                                             const std::function<void(std::string_view)>& tell) {
    const RunnerLock lock(connection);
    connection.command(
        "set search_path to '';"
        "create schema if not exists maillage_meta;"
        "create table if not exists maillage_meta.migration (stem text primary key, slice text not null,"
        " checksum text not null, ran_at timestamptz not null default pg_catalog.now())");
    std::sort(migrations.begin(), migrations.end(),
              [](const Migration& a, const Migration& b) { return a.stem < b.stem; });
    int ran = 0;
    for (const Migration& migration : migrations) {
        const std::string checksum = checksum_of(migration.text);
        connection.command("begin");
        Tx tx(connection);
        const auto before = tx.one(known, [](Row& row) { return row.text(); }, migration.stem);
        if (before && *before != checksum)
            return std::unexpected(MigrationRefusal{std::string(migration.stem)});
        if (!before) {
            tell(migration.stem);
            connection.command(std::string(migration.text));
            tx.run(insert, migration.stem, migration.slice, checksum);
            ++ran;
        }
        tx.commit();
    }
    return ran;
}

MigrationState migration_state(Connection& connection, std::span<const Migration> migrations) {
    MigrationState state;
    connection.command("begin");
    Tx tx(connection);
    const bool any = tx.single(begun, [](Row& row) { return row.boolean(); });
    for (const Migration& migration : migrations) {
        std::optional<std::string> before;
        if (any) before = tx.one(known, [](Row& row) { return row.text(); }, migration.stem);
        if (!before)
            state.missing.emplace_back(migration.stem);
        else if (*before != checksum_of(migration.text))
            state.edited.emplace_back(migration.stem);
    }
    if (any) state.last_ran_at = tx.single(newest, [](Row& row) { return row.instant_or_null(); });
    return state;
}

// maillage_owner owns every object and runs the migrations; the runtime roles own nothing.
std::string bootstrap_roles_sql() {
    return R"(do $roles$
declare
    role_name text;
begin
    foreach role_name in array array['maillage_owner', 'maillage_app', 'maillage_public'] loop
        if not exists (select from pg_catalog.pg_roles where rolname = role_name) then
            execute format('create role %I login nosuperuser nocreatedb nocreaterole nobypassrls', role_name);
        end if;
    end loop;
end
$roles$;)";
}

std::string bootstrap_database_sql() {
    return R"(create extension if not exists postgis;
create extension if not exists pgcrypto;
create extension if not exists unaccent;
revoke create on schema public from public;
revoke all on schema public from public;
grant usage on schema public to maillage_owner, maillage_app, maillage_public;
do $own$
begin
    execute format('grant create, connect on database %I to maillage_owner', current_database());
    execute format('revoke temporary on database %I from public', current_database());
end
$own$;)";
}

}  // namespace maillage::platform::db
