#include "platform/db/tx.hpp"

#include <libpq-fe.h>

#include <charconv>
#include <utility>

#include "platform/db/connection.hpp"
#include "platform/db/errors.hpp"

namespace maillage::platform::db {
namespace {

// A statement that begins otherwise ("with", "insert") may write; our functions called by "select" never do.
bool begins_with_select(std::string_view text) {
    while (text.starts_with("--") || text.starts_with("\n")) text.remove_prefix(text.find('\n') + 1);
    return text.starts_with("select");
}

}  // namespace

Result::Result(pg_result* owned) : result_(owned) {}
Result::~Result() { PQclear(result_); }
Result::Result(Result&& other) noexcept : result_(std::exchange(other.result_, nullptr)) {}

int Result::rows() const { return PQntuples(result_); }

long Result::affected() const {
    const std::string_view text = PQcmdTuples(result_);
    long count = 0;
    std::from_chars(text.data(), text.data() + text.size(), count);
    return count;
}

bool Result::is_select() const { return std::string_view(PQcmdStatus(result_)).starts_with("SELECT"); }

Tx::Tx(Connection& connection) : connection_(connection) {}

// Rolling back in a destructor must not throw; a connection that cannot roll back is dropped by the pool,
// which finds it not idle.
Tx::~Tx() {
    if (open_) PQclear(PQexec(connection_.raw(), "rollback"));
}

// Nobody has to wait for the end of what only read: nothing can be lost with it.
void Tx::commit() {
    open_ = false;
    if (only_read_)
        connection_.send("commit");
    else
        connection_.command("commit");
}

Result Tx::run(const Sql& statement, std::span<const Value> parameters) {
    foundation::check(open_, "a statement after the end of its transaction");
    Result result(connection_.run(statement, parameters));
    wrote_ = wrote_ || (!result.is_select() && result.affected() > 0);
    only_read_ = only_read_ && begins_with_select(statement.text);
    return result;
}

std::optional<Result> Tx::run_unless_taken(const Sql& statement, std::span<const Value> parameters) {
    connection_.command("savepoint unless_taken");
    try {
        Result result = run(statement, parameters);
        connection_.command("release savepoint unless_taken");
        return result;
    } catch (const StatementFailed& failure) {
        if (!failure.unique_violation()) throw;
        connection_.command("rollback to savepoint unless_taken; release savepoint unless_taken");
        return std::nullopt;
    }
}

}  // namespace maillage::platform::db
