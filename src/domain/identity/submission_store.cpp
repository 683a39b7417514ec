#include "domain/identity/submission_store.hpp"

#include <thread>

#include "domain/identity/sql.hpp"
#include "platform/crypto/hash.hpp"

namespace maillage::identity {
namespace {

namespace db = platform::db;

struct Stored {
    std::string request_hash;
    std::optional<std::int64_t> status;
    Replay answer;
};

std::optional<Stored> stored(Services& services, const Actor& actor, const std::string& key) {
    return services.database.transaction(actor.context(), [&](db::Tx& tx) {
        return tx.one(
            sql::submission_of,
            [](db::Row& row) {
                Stored found{.request_hash = row.bytea(), .status = row.int8_or_null(), .answer = {}};
                found.answer.location = row.text_or_null().value_or("");
                found.answer.body = row.text_or_null().value_or("");
                return found;
            },
            actor.account, key);
    });
}

}  // namespace

Submission begin_submission(Services& services, const Actor& actor, const std::string& key,
                            std::string_view request_bytes) {
    const std::string hash = platform::crypto::blake2b(request_bytes);
    const bool mine = services.database.transaction(actor.context(), [&](db::Tx& tx) {
        return tx
            .one(
                sql::begin_submission, [](db::Row& row) { return row.text(); }, actor.council, actor.account,
                key, db::Bytes{hash}, services.clock())
            .has_value();
    });
    if (mine) return Fresh{};
    for (int attempt = 0; attempt < 20; ++attempt) {
        const auto first = stored(services, actor, key);
        if (!first) return Unknown{};
        if (first->request_hash != hash) return OtherForm{};
        if (first->status) {
            Replay answer = first->answer;
            answer.status = static_cast<int>(*first->status);
            return answer;
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(100));
    }
    return Unknown{};
}

void finish_submission(Services& services, const Actor& actor, const std::string& key, const Replay& answer) {
    services.database.transaction(actor.context(), [&](db::Tx& tx) {
        tx.run(sql::finish_submission, actor.account, key, answer.status, answer.location, answer.body);
    });
}

void forget_submission(Services& services, const Actor& actor, const std::string& key) {
    services.database.transaction(actor.context(),
                                  [&](db::Tx& tx) { tx.run(sql::forget_submission, actor.account, key); });
}

}  // namespace maillage::identity
