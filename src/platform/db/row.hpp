#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/date.hpp"
#include "foundation/instant.hpp"

struct pg_result;

namespace maillage::platform::db {

// A cursor over the columns of one row: each call reads the next column. Reading a NULL as a plain value,
// or a column as the wrong type, is a Bug.
//
//     Action read_action(db::Row& row) {
//         return {.id = ActionId(row.int8()), .title = row.text(), .due = row.date_or_null()};
//     }
class Row {
 public:
    Row(const pg_result* result, int row) : result_(result), row_(row) {}

    std::int64_t int8();  // also int2 and int4 columns
    double float8();
    bool boolean();
    std::string text();  // text, varchar, citext, uuid, enum, jsonb
    std::string bytea();
    foundation::Date date();
    foundation::Instant instant();      // timestamptz
    std::vector<std::string> texts();   // text[]
    std::vector<std::int64_t> int8s();  // bigint[]

    std::optional<std::int64_t> int8_or_null();
    std::optional<double> float8_or_null();
    std::optional<bool> boolean_or_null();
    std::optional<std::string> text_or_null();
    std::optional<foundation::Date> date_or_null();
    std::optional<foundation::Instant> instant_or_null();

 private:
    std::optional<std::string_view> next();
    std::string_view next_present();

    const pg_result* result_;
    int row_;
    int column_ = 0;
};

}  // namespace maillage::platform::db
