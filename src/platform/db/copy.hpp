#pragma once

#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "foundation/date.hpp"
#include "foundation/instant.hpp"
#include "platform/db/sql.hpp"
#include "platform/db/tx.hpp"

namespace maillage::platform::db {

struct Point {
    double x, y;
    std::uint32_t srid;  // 2154: metropolitan France
};

// Bulk load in PostgreSQL's binary form, about a million rows a second: staging tables of imports. PostgreSQL
// takes no COPY into a table whose row-level security binds the asker, which is every table that holds a
// council's rows: those get theirs from arrays, in one statement (see strategy/sql/insert_changes.sql).
//
//     CopyIn copy(tx, {"observatory.stage", "copy observatory.stage (id, day, words) from stdin (format
//     binary)"}); for (const Fact& fact : facts) copy.row(3).int8(fact.id).date(fact.day).text(fact.words);
//     copy.finish();
//
// A column takes the method of its exact type: int4 for integer, int8 for bigint. Without finish() nothing is
// kept and the transaction has failed.
class CopyIn {
 public:
    CopyIn(Tx& tx, const Sql& statement);
    ~CopyIn();
    CopyIn(const CopyIn&) = delete;
    CopyIn& operator=(const CopyIn&) = delete;

    CopyIn& row(std::uint16_t columns);
    CopyIn& null();
    CopyIn& boolean(bool value);
    CopyIn& int2(std::int16_t value);
    CopyIn& int4(std::int32_t value);
    CopyIn& int8(std::int64_t value);
    CopyIn& float8(double value);
    CopyIn& text(std::string_view value);  // also bytea
    CopyIn& date(foundation::Date value);
    CopyIn& instant(foundation::Instant value);
    CopyIn& point(Point value);
    // Rows that the server took.
    long finish();

 private:
    template <std::unsigned_integral Number>
    void big_endian(Number number);
    template <class Number>
    CopyIn& little_endian(Number number);
    void column(std::uint32_t length);
    void send();

    Connection& connection_;
    std::string name_;
    std::string bytes_;
    std::optional<std::uint16_t> left_;  // columns that the current row still lacks
    bool open_ = true;
};

}  // namespace maillage::platform::db
