#include "domain/identity/unlock_phrase_store.hpp"

#include "domain/identity/failure_store.hpp"
#include "domain/identity/sql.hpp"

namespace maillage::identity {
namespace {

namespace db = platform::db;
using platform::crypto::PasswordRefusal;

constexpr db::Context application{.reach = db::Context::Reach::system};

}  // namespace

std::optional<UnlockPhrase> unlock_phrase_of(db::Tx& tx, const Holder& holder) {
    return tx.one(
        sql::unlock_phrase_of,
        [](db::Row& row) {
            UnlockPhrase phrase{.record = row.text(), .sealed_secret = row.bytea(), .chosen_at = {}};
            phrase.chosen_at = row.instant();
            return phrase;
        },
        holder.council, holder.account);
}

void keep_unlock_phrase(db::Tx& tx, const Services& services, const Holder& holder,
                        const platform::crypto::NewPassword& phrase, const SecretKey& secret) {
    const std::string sealed = sealed_under(services, holder, secret, phrase.unwrap_key);
    tx.run(sql::keep_unlock_phrase, holder.council, holder.account, platform::crypto::as_text(phrase.record),
           db::Bytes{sealed}, services.clock());
}

std::expected<SecretKey, PhraseRefusal> opened_by_phrase(Services& services, const Holder& holder,
                                                         std::string_view typed) {
    const foundation::Instant now = services.clock();
    const std::string subject = failure_subject("unlock", std::to_string(holder.account.value));
    struct Looked {
        bool slow;
        std::optional<UnlockPhrase> phrase;
    };
    const Looked looked = services.database.transaction(application, [&](db::Tx& tx) {
        return Looked{.slow = too_soon(tx, subject, now), .phrase = unlock_phrase_of(tx, holder)};
    });
    if (!looked.phrase) return std::unexpected(PhraseRefusal::none_chosen);
    if (looked.slow) return std::unexpected(PhraseRefusal::slow_down);
    const auto record = platform::crypto::parse_password_record(looked.phrase->record);
    foundation::check(record.has_value(), "a phrase that was kept has a record");
    auto recognised = services.passwords.verify(typed, *record);
    if (!recognised && recognised.error() == PasswordRefusal::busy)
        return std::unexpected(PhraseRefusal::busy);
    const bool judged = services.database.transaction(application, [&](db::Tx& tx) {
        if (overtaken(tx, subject, now)) return false;
        if (recognised)
            forget_failures(tx, subject);
        else
            count_failure(tx, subject, now);
        return true;
    });
    if (!judged) return std::unexpected(PhraseRefusal::slow_down);
    if (!recognised) return std::unexpected(PhraseRefusal::wrong);
    auto secret = opened_under(services, holder, looked.phrase->sealed_secret, recognised->unwrap_key);
    // Sealed by another installation: the phrase is right, and opens nothing here.
    if (!secret) return std::unexpected(PhraseRefusal::wrong);
    return *std::move(secret);
}

}  // namespace maillage::identity
