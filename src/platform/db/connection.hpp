#pragma once

#include <span>
#include <string>
#include <string_view>
#include <unordered_set>

#include "platform/db/sql.hpp"
#include "platform/db/value.hpp"

struct pg_conn;
struct pg_result;

namespace maillage::platform::db {

// One libpq connection and the statements prepared on it. Used by Tx, the migrations and the listener only.
class Connection {
 public:
    explicit Connection(const std::string& parameters);  // throws Unavailable
    ~Connection();
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    // A prepared statement; prepared on first use. The caller owns the result.
    pg_result* run(const Sql& statement, std::span<const Value> parameters);
    // Text without parameters, several statements allowed: transaction control, migrations, session settings.
    void command(const std::string& text);
    // The same without waiting: the server works while we do. What it answers is read, and thrown when it is
    // a failure, before anything else is sent.
    void send(const std::string& text);
    void settle();
    // Open, and outside a transaction.
    bool idle() const;
    int backend_pid() const;
    pg_conn* raw() { return connection_; }

 private:
    void prepare(const Sql& statement);

    pg_conn* connection_;
    bool awaited_ = false;  // an answer to send() is still to be read
    std::unordered_set<std::string_view> prepared_;
};

// Throws the breakdown that a failed result means; frees it.
[[noreturn]] void throw_failure(pg_conn* connection, pg_result* result, std::string_view statement);

}  // namespace maillage::platform::db
