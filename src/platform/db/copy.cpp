#include "platform/db/copy.hpp"

#include <libpq-fe.h>

#include <bit>

#include "platform/db/connection.hpp"

namespace maillage::platform::db {
namespace {

constexpr std::size_t chunk = 256 * 1024;
constexpr std::uint32_t point_with_srid = 0x20000001;  // EWKB type
// PostgreSQL counts days and microseconds from 1 January 2000.
constexpr std::chrono::sys_days epoch{std::chrono::year{2000} / 1 / 1};

}  // namespace

template <std::unsigned_integral Number>
void CopyIn::big_endian(Number number) {
    for (int shift = static_cast<int>(8 * sizeof number) - 8; shift >= 0; shift -= 8)
        bytes_ += static_cast<char>(number >> static_cast<unsigned>(shift) & 0xffU);
}

template <class Number>
CopyIn& CopyIn::little_endian(Number number) {
    static_assert(std::endian::native == std::endian::little);
    bytes_.append(reinterpret_cast<const char*>(&number), sizeof number);
    return *this;
}

CopyIn::CopyIn(Tx& tx, const Sql& statement) : connection_(tx.connection()), name_(statement.name) {
    connection_.settle();
    pg_result* result = PQexec(connection_.raw(), std::string(statement.text).c_str());
    if (PQresultStatus(result) != PGRES_COPY_IN) throw_failure(connection_.raw(), result, name_);
    PQclear(result);
    bytes_.append("PGCOPY\n\377\r\n\0", 11);
    big_endian(std::uint32_t{0});  // flags
    big_endian(std::uint32_t{0});  // length of the header's extension
}

// Given up: the server is told, and the transaction fails.
CopyIn::~CopyIn() {
    if (!open_) return;
    PQputCopyEnd(connection_.raw(), "given up");
    while (pg_result* result = PQgetResult(connection_.raw())) PQclear(result);
}

CopyIn& CopyIn::row(std::uint16_t columns) {
    foundation::check(left_.value_or(0) == 0, "a row of a COPY lacks columns");
    if (bytes_.size() > chunk) send();
    big_endian(columns);
    left_ = columns;
    return *this;
}

void CopyIn::column(std::uint32_t length) {
    foundation::check(left_.value_or(0) > 0, "a row of a COPY has too many columns");
    left_ = static_cast<std::uint16_t>(*left_ - 1);
    big_endian(length);
}

CopyIn& CopyIn::null() {
    column(0xffffffffU);
    return *this;
}

CopyIn& CopyIn::text(std::string_view value) {
    column(static_cast<std::uint32_t>(value.size()));
    bytes_.append(value);
    return *this;
}

CopyIn& CopyIn::boolean(bool value) {
    return text(value ? std::string_view("\1", 1) : std::string_view("\0", 1));
}

CopyIn& CopyIn::int2(std::int16_t value) {
    column(2);
    big_endian(static_cast<std::uint16_t>(value));
    return *this;
}

CopyIn& CopyIn::int4(std::int32_t value) {
    column(4);
    big_endian(static_cast<std::uint32_t>(value));
    return *this;
}

CopyIn& CopyIn::int8(std::int64_t value) {
    column(8);
    big_endian(static_cast<std::uint64_t>(value));
    return *this;
}

CopyIn& CopyIn::float8(double value) { return int8(std::bit_cast<std::int64_t>(value)); }

CopyIn& CopyIn::date(foundation::Date value) {
    return int4(static_cast<std::int32_t>((value.days() - epoch).count()));
}

CopyIn& CopyIn::instant(foundation::Instant value) {
    return int8(std::chrono::duration_cast<std::chrono::microseconds>(value - epoch).count());
}

// EWKB, little endian: PostGIS takes it as the binary form of geometry.
CopyIn& CopyIn::point(Point value) {
    column(25);
    bytes_ += '\1';
    return little_endian(point_with_srid)
        .little_endian(value.srid)
        .little_endian(value.x)
        .little_endian(value.y);
}

void CopyIn::send() {
    if (PQputCopyData(connection_.raw(), bytes_.data(), static_cast<int>(bytes_.size())) != 1) {
        open_ = false;
        throw_failure(connection_.raw(), PQgetResult(connection_.raw()), name_);
    }
    bytes_.clear();
}

long CopyIn::finish() {
    foundation::check(left_.value_or(0) == 0, "the last row of a COPY lacks columns");
    big_endian(std::uint16_t{0xffff});
    send();
    open_ = false;
    PQputCopyEnd(connection_.raw(), nullptr);
    pg_result* result = PQgetResult(connection_.raw());
    if (PQresultStatus(result) != PGRES_COMMAND_OK) throw_failure(connection_.raw(), result, name_);
    const long rows = Result(result).affected();
    while (pg_result* more = PQgetResult(connection_.raw())) PQclear(more);
    return rows;
}

}  // namespace maillage::platform::db
