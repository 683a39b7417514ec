#include "domain/identity/submission_store.hpp"

#include <thread>

#include "domain/identity/sql.hpp"
#include "platform/crypto/hash.hpp"
#include "platform/db/errors.hpp"

namespace maillage::identity {
namespace {

namespace db = platform::db;

constexpr std::chrono::seconds lease{5};
constexpr std::chrono::milliseconds between_looks{100};
constexpr int looks = 20;

struct Stored {
    std::string request_hash;
    std::optional<std::int64_t> status;
    Replay answer;
    bool committed = false;
    foundation::Instant started_at;
};

Stored read_stored(db::Row& row) {
    Stored found;
    found.request_hash = row.bytea();
    found.status = row.int8_or_null();
    found.answer.location = row.text_or_null().value_or("");
    found.answer.body = row.text_or_null().value_or("");
    found.committed = row.boolean();
    found.started_at = row.instant();
    return found;
}

// The bookkeeping itself is no act: it must not mark.
db::Context plain(const Actor& actor) {
    db::Context context = actor.context();
    context.before_commit = nullptr;
    return context;
}

bool reserve(Services& services, const Actor& actor, const std::string& key, const std::string& hash,
             foundation::Instant now) {
    return services.database.transaction(plain(actor), [&](db::Tx& tx) {
        return tx.run(sql::begin_submission, actor.council, actor.account, key, db::Bytes{hash}, now)
                   .rows() == 1;
    });
}

bool take_over(Services& services, const Actor& actor, const std::string& key, foundation::Instant from,
               foundation::Instant now) {
    return services.database.transaction(plain(actor), [&](db::Tx& tx) {
        return tx.run(sql::take_over_submission, actor.council, actor.account, key, from, now).rows() == 1;
    });
}

}  // namespace

Submission begin_submission(Services& services, const Actor& actor, const std::string& key,
                            std::string_view request_bytes) {
    const std::string hash = platform::crypto::blake2b(request_bytes);
    const foundation::Instant now = services.clock();
    if (reserve(services, actor, key, hash, now)) return Fresh{now};
    bool committed = false;
    for (int look = 0; look < looks; ++look) {
        const auto first = services.database.transaction(plain(actor), [&](db::Tx& tx) {
            return tx.one(sql::submission_of, read_stored, actor.council, actor.account, key);
        });
        if (!first) return reserve(services, actor, key, hash, now) ? Submission(Fresh{now}) : UnderWay{};
        if (first->request_hash != hash) return OtherForm{};
        if (first->status) {
            Replay answer = first->answer;
            answer.status = static_cast<int>(*first->status);
            return answer;
        }
        committed = first->committed;
        if (!committed && now - first->started_at > lease &&
            take_over(services, actor, key, first->started_at, now))
            return Fresh{now};
        std::this_thread::sleep_for(between_looks);
    }
    return committed ? Submission(AlreadyDone{}) : UnderWay{};
}

std::function<void(db::Tx&)> mark_of(const Actor& actor, const std::string& key, const Fresh& fresh) {
    return
        [council = actor.council, account = actor.account, key, started_at = fresh.started_at](db::Tx& tx) {
            const auto marked = tx.run(sql::commit_submission, council, account, key, started_at).affected();
            if (marked != 1) throw db::Unavailable("another attempt took this submission over");
        };
}

void finish_submission(Services& services, const Actor& actor, const std::string& key, const Replay& answer) {
    services.database.transaction(plain(actor), [&](db::Tx& tx) {
        tx.run(sql::finish_submission, actor.council, actor.account, key, answer.status, answer.location,
               answer.body);
    });
}

void forget_submission(Services& services, const Actor& actor, const std::string& key) {
    services.database.transaction(
        plain(actor), [&](db::Tx& tx) { tx.run(sql::forget_submission, actor.council, actor.account, key); });
}

}  // namespace maillage::identity
