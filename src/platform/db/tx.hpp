#pragma once

#include <array>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "foundation/check.hpp"
#include "platform/db/row.hpp"
#include "platform/db/sql.hpp"
#include "platform/db/value.hpp"

namespace maillage::platform::db {

class Connection;

// What PostgreSQL answered to one statement.
class Result {
 public:
    explicit Result(pg_result* owned);
    ~Result();
    Result(Result&& other) noexcept;
    Result& operator=(Result&&) = delete;

    int rows() const;
    long affected() const;  // rows inserted, updated or deleted
    bool is_select() const;
    Row row(int index) const { return {result_, index}; }

 private:
    pg_result* result_;
};

// One transaction. Rolled back unless commit() was reached. Exceptions: see errors.hpp.
class Tx {
 public:
    explicit Tx(Connection& connection);
    ~Tx();
    Tx(const Tx&) = delete;
    Tx& operator=(const Tx&) = delete;

    void commit();

    Result run(const Sql& statement, std::span<const Value> parameters);
    template <class... Args>
    Result run(const Sql& statement, const Args&... args) {
        const std::array<Value, sizeof...(Args)> parameters{Value(args)...};
        return run(statement, std::span<const Value>(parameters));
    }
    // Nothing when a unique index refuses the row: the transaction goes on as if nothing had been sent.
    template <class... Args>
    std::optional<Result> run_unless_taken(const Sql& statement, const Args&... args) {
        const std::array<Value, sizeof...(Args)> parameters{Value(args)...};
        return run_unless_taken(statement, std::span<const Value>(parameters));
    }
    std::optional<Result> run_unless_taken(const Sql& statement, std::span<const Value> parameters);
    // Every row through `read` (a function of db::Row&).
    template <class Read, class... Args>
    auto all(const Sql& statement, Read read, const Args&... args) {
        const Result result = run(statement, args...);
        std::vector<decltype(read(std::declval<Row&>()))> values;
        values.reserve(static_cast<std::size_t>(result.rows()));
        for (int i = 0; i < result.rows(); ++i) {
            Row row = result.row(i);
            values.push_back(read(row));
        }
        return values;
    }
    // At most one row.
    template <class Read, class... Args>
    auto one(const Sql& statement, Read read, const Args&... args)
        -> std::optional<decltype(read(std::declval<Row&>()))> {
        const Result result = run(statement, args...);
        foundation::check(result.rows() <= 1, "a statement that finds at most one row found several");
        if (result.rows() == 0) return std::nullopt;
        Row row = result.row(0);
        return read(row);
    }
    // Exactly one row: counts, inserts with `returning`.
    template <class Read, class... Args>
    auto single(const Sql& statement, Read read, const Args&... args) {
        auto found = one(statement, read, args...);
        foundation::check(found.has_value(), "a statement that must find one row found none");
        return *std::move(found);
    }
    Connection& connection() { return connection_; }
    // True once a statement inserted, updated or deleted a row.
    bool wrote() const { return wrote_; }

 private:
    Connection& connection_;
    bool open_ = true;
    bool wrote_ = false;
    bool only_read_ = true;
};

}  // namespace maillage::platform::db
