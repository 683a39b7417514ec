#include "platform/db/connection.hpp"

#include <libpq-fe.h>

#include <utility>
#include <vector>

#include "platform/db/coverage.hpp"
#include "platform/db/errors.hpp"

namespace maillage::platform::db {
namespace {

// Classes of SQLSTATE that mean "come back later": connection lost, shutting down, starting up, too many
// clients; a statement that took longer than the pool allows.
bool means_unavailable(std::string_view state) {
    return state.starts_with("08") || state == "57P01" || state == "57P02" || state == "57P03" ||
           state == "53300" || state == "57014";
}

bool succeeded(const pg_result* result) {
    const ExecStatusType status = PQresultStatus(result);
    return status == PGRES_TUPLES_OK || status == PGRES_COMMAND_OK || status == PGRES_COPY_IN ||
           status == PGRES_EMPTY_QUERY;
}

}  // namespace

void throw_failure(pg_conn* connection, pg_result* result, std::string_view statement) {
    const char* field = result == nullptr ? nullptr : PQresultErrorField(result, PG_DIAG_SQLSTATE);
    const std::string state = field == nullptr ? "" : field;
    PQclear(result);
    // The server's message may quote values: only the state and the statement's name travel on.
    const std::string what = "statement " + std::string(statement) + " failed with SQLSTATE " + state;
    if (PQstatus(connection) != CONNECTION_OK || state.empty() || means_unavailable(state))
        throw Unavailable("database unavailable during " + std::string(statement));
    if (state == "53100") throw DiskFull("the database's disk is full");
    throw StatementFailed(state, what);
}

Connection::Connection(const std::string& parameters) : connection_(PQconnectdb(parameters.c_str())) {
    if (PQstatus(connection_) == CONNECTION_OK) {
        PQsetNoticeProcessor(connection_, [](void*, const char*) {}, nullptr);
        return;
    }
    PQfinish(connection_);
    throw Unavailable("no connection to the database");
}

Connection::~Connection() { PQfinish(connection_); }

pg_result* Connection::run(const Sql& statement, std::span<const Value> parameters) {
    settle();
    if (!prepared_.contains(statement.name)) prepare(statement);
    std::vector<const char*> values(parameters.size());
    std::vector<int> lengths(parameters.size()), formats(parameters.size());
    for (std::size_t i = 0; i < parameters.size(); ++i) {
        values[i] = parameters[i].is_null() ? nullptr : parameters[i].bytes().c_str();
        lengths[i] = static_cast<int>(parameters[i].bytes().size());
        formats[i] = parameters[i].format();
    }
    pg_result* result =
        PQexecPrepared(connection_, std::string(statement.name).c_str(), static_cast<int>(parameters.size()),
                       values.data(), lengths.data(), formats.data(), 0);
    if (!succeeded(result)) throw_failure(connection_, result, statement.name);
    return result;
}

void Connection::prepare(const Sql& statement) {
    pg_result* result = PQprepare(connection_, std::string(statement.name).c_str(),
                                  std::string(statement.text).c_str(), 0, nullptr);
    if (!succeeded(result)) throw_failure(connection_, result, statement.name);
    PQclear(result);
    prepared_.insert(statement.name);
    note_prepared(statement.name);
}

void Connection::command(const std::string& text) {
    settle();
    pg_result* result = PQexec(connection_, text.c_str());
    if (!succeeded(result)) throw_failure(connection_, result, "command");
    PQclear(result);
}

void Connection::send(const std::string& text) {
    settle();
    if (PQsendQuery(connection_, text.c_str()) != 1) throw_failure(connection_, nullptr, "command");
    awaited_ = true;
}

void Connection::settle() {
    if (!std::exchange(awaited_, false)) return;
    pg_result* failed = nullptr;
    while (pg_result* result = PQgetResult(connection_)) {
        if (failed != nullptr || succeeded(result))
            PQclear(result);
        else
            failed = result;
    }
    if (failed != nullptr) throw_failure(connection_, failed, "command");
}

bool Connection::idle() const {
    return PQstatus(connection_) == CONNECTION_OK && PQtransactionStatus(connection_) == PQTRANS_IDLE;
}

int Connection::backend_pid() const { return PQbackendPID(connection_); }

}  // namespace maillage::platform::db
