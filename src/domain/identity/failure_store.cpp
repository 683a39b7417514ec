#include "domain/identity/failure_store.hpp"

#include "domain/identity/sql.hpp"
#include "domain/identity/throttle_rules.hpp"
#include "platform/crypto/hash.hpp"

namespace maillage::identity {

namespace db = platform::db;

std::string failure_subject(std::string_view kind, std::string_view value) {
    return platform::crypto::blake2b(std::string(kind) + ":" + std::string(value));
}

namespace {

foundation::Instant end_of_pause(db::Row& row) {
    const auto count = static_cast<int>(row.int8());
    return row.instant() + pause_after(count);
}

}  // namespace

bool too_soon(db::Tx& tx, const std::string& subject, foundation::Instant now) {
    const auto pause = tx.one(sql::failures_of, end_of_pause, db::Bytes{subject});
    return pause && *pause > now;
}

bool overtaken(db::Tx& tx, const std::string& subject, foundation::Instant now) {
    const auto pause = tx.one(sql::failures_to_judge, end_of_pause, db::Bytes{subject});
    return pause && *pause > now;
}

std::int64_t failures_of(db::Tx& tx, const std::string& subject) {
    return tx.one(sql::failures_of, [](db::Row& row) { return row.int8(); }, db::Bytes{subject}).value_or(0);
}

void count_failure(db::Tx& tx, const std::string& subject, foundation::Instant now) {
    tx.run(sql::count_failure, db::Bytes{subject}, now, now - std::chrono::minutes(15));
}

void forget_failures(db::Tx& tx, const std::string& subject) {
    tx.run(sql::forget_failures, db::Bytes{subject});
}

std::string network_of(std::string_view peer) {
    const bool v6 = peer.find(':') != peer.npos;
    std::size_t end = 0;
    for (int part = 0; part < (v6 ? 4 : 3) && end != peer.npos; ++part)
        end = peer.find(v6 ? ':' : '.', end + 1);
    return std::string(peer.substr(0, end));
}

}  // namespace maillage::identity
