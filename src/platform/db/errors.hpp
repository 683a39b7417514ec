#pragma once

#include <stdexcept>
#include <string>

namespace maillage::platform::db {

// Breakdowns: thrown only here, caught only at the edge (http → 503/500, jobs → retry).
struct Unavailable : std::runtime_error {  // connection lost, server starting or stopping: 503 + Retry-After
    using std::runtime_error::runtime_error;
};
struct DiskFull : std::runtime_error {  // 53100: 507, nothing was kept
    using std::runtime_error::runtime_error;
};
struct StatementFailed : std::runtime_error {  // anything else; `state` is the SQLSTATE. No values in what()
    StatementFailed(std::string sqlstate, const std::string& what)
        : std::runtime_error(what), state(std::move(sqlstate)) {}
    std::string state;
    bool unique_violation() const { return state == "23505"; }
};

}  // namespace maillage::platform::db
