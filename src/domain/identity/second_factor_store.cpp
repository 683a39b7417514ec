#include "domain/identity/second_factor_store.hpp"

#include "domain/audit/api.hpp"
#include "domain/identity/account_rules.hpp"
#include "domain/identity/failure_store.hpp"
#include "domain/identity/sql.hpp"
#include "platform/crypto/hash.hpp"
#include "platform/crypto/seal.hpp"
#include "platform/crypto/totp.hpp"

namespace maillage::identity {
namespace {

namespace db = platform::db;
namespace crypto = platform::crypto;

std::string place_of(const Holder& holder) { return "identity.totp/" + std::to_string(holder.account.value); }

std::string fingerprint(const Holder& holder, std::string_view code) {
    return crypto::blake2b("recovery:" + std::to_string(holder.account.value) + ":" + std::string(code));
}

struct StoredTotp {
    std::string secret;
    bool confirmed = false;
    std::int64_t last_step = 0;
};

// With the row locked. A secret that does not open was sealed by another installation: no code is right.
std::optional<StoredTotp> lock_totp(db::Tx& tx, const Services& services, const Holder& holder) {
    auto stored = tx.one(
        sql::totp_of_account,
        [](db::Row& row) {
            StoredTotp read{.secret = row.bytea()};
            read.confirmed = row.instant_or_null().has_value();
            read.last_step = row.int8();
            return read;
        },
        holder.council, holder.account);
    if (!stored) return std::nullopt;
    const std::string place = place_of(holder);
    stored->secret =
        crypto::opened({.secret = services.identity_key, .name = place}, stored->secret).value_or("");
    return stored;
}

bool take_step(db::Tx& tx, const Services& services, const Holder& holder, const StoredTotp& totp,
               std::string_view typed) {
    if (totp.secret.empty()) return false;
    const auto step = crypto::accepted_step(totp.secret, typed, services.clock(), totp.last_step);
    return step && tx.one(
                         sql::take_totp_step, [](db::Row& row) { return row.int8(); }, holder.council,
                         holder.account, *step)
                       .has_value();
}

bool take_recovery(db::Tx& tx, const Holder& holder, std::string_view typed) {
    const auto code = normalised_code(typed);
    return code && tx.one(
                         sql::take_recovery_code, [](db::Row& row) { return row.int8(); }, holder.council,
                         holder.account, db::Bytes{fingerprint(holder, *code)})
                       .has_value();
}

}  // namespace

std::optional<SecondFactor> second_factor_of(db::Tx& tx, const Holder& holder) {
    return tx.one(
        sql::second_factor_of,
        [](db::Row& row) {
            const foundation::Instant since = row.instant();
            SecondFactor factor{.since = since, .recovery_codes = row.int8()};
            factor.application = row.boolean();
            factor.passkeys = row.int8();
            return factor;
        },
        holder.council, holder.account);
}

std::optional<std::string> begin_second_factor(db::Tx& tx, const Services& services, const Actor& actor) {
    const Holder holder = holder_of(actor);
    std::string secret = crypto::random_bytes(crypto::totp_secret_bytes);
    const std::string place = place_of(holder);
    const std::string kept =
        crypto::sealed({.secret = services.identity_key, .name = place}, secret, crypto::random_bytes);
    const auto begun = tx.one(
        sql::begin_totp, [](db::Row& row) { return row.int8(); }, holder.council, holder.account,
        db::Bytes{kept});
    if (!begun) return std::nullopt;
    return secret;
}

std::optional<std::string> secret_set_up(db::Tx& tx, const Services& services, const Actor& actor) {
    auto totp = lock_totp(tx, services, holder_of(actor));
    if (!totp || totp->confirmed || totp->secret.empty()) return std::nullopt;
    return std::move(totp->secret);
}

std::optional<std::vector<std::string>> confirm_second_factor(db::Tx& tx, const Services& services,
                                                              const Actor& actor, std::string_view typed) {
    const Holder holder = holder_of(actor);
    const auto secret = secret_set_up(tx, services, actor);
    if (!secret) return std::nullopt;
    const auto step = crypto::accepted_step(*secret, typed, services.clock(), 0);
    if (!step) return std::nullopt;
    const auto confirmed = tx.one(
        sql::confirm_totp, [](db::Row& row) { return row.int8(); }, holder.council, holder.account,
        services.clock(), *step);
    foundation::check(confirmed.has_value(), "a secret whose row is locked waits for its code");
    return renew_recovery_codes(tx, services, holder);
}

std::vector<std::string> renew_recovery_codes(db::Tx& tx, const Services& services, const Holder& holder) {
    tx.run(sql::end_recovery_codes, holder.council, holder.account);
    std::vector<std::string> codes;
    for (int given = 0; given < recovery_codes_given; ++given) {
        const std::string code = services.random_hex(code_bytes);
        tx.run(sql::add_recovery_code, holder.council, holder.account, db::Bytes{fingerprint(holder, code)});
        codes.push_back(grouped_code(code));
    }
    return codes;
}

void end_application(db::Tx& tx, const Holder& holder) {
    tx.run(sql::end_totp, holder.council, holder.account);
    end_recovery_codes_of_nothing(tx, holder);
}

void end_recovery_codes_of_nothing(db::Tx& tx, const Holder& holder) {
    if (!second_factor_of(tx, holder)) tx.run(sql::end_recovery_codes, holder.council, holder.account);
}

bool take_factor_away(db::Tx& tx, const Holder& holder, std::optional<AccountId> by) {
    if (!second_factor_of(tx, holder)) return false;
    tx.run(sql::end_passkeys, holder.council, holder.account);
    end_application(tx, holder);
    if (by) {
        tx.run(sql::suspend_mandates, holder.council, holder.account);
        tx.run(sql::factor_taken_by, holder.council, holder.account, *by);
    }
    return true;
}

std::string factor_failures(const Holder& holder) {
    return failure_subject("factor", std::to_string(holder.account.value));
}

std::int64_t wrong_codes(db::Tx& tx, const Holder& holder) {
    return failures_of(tx, factor_failures(holder));
}

CodeVerdict take_code(db::Tx& tx, const Services& services, const Holder& holder, std::string_view typed) {
    const foundation::Instant now = services.clock();
    const std::string subject = factor_failures(holder);
    // The lock first: of two guesses at once, the second sees the failure of the first.
    const auto totp = lock_totp(tx, services, holder);
    const std::int64_t passkeys = tx.single(
        sql::lock_passkeys, [](db::Row& row) { return row.int8(); }, holder.council, holder.account);
    const bool application = totp && totp->confirmed;
    if (too_soon(tx, subject, now)) return CodeVerdict::slow_down;
    std::optional<CodeVerdict> right;
    if (application && take_step(tx, services, holder, *totp, typed))
        right = CodeVerdict::of_the_application;
    else if ((application || passkeys > 0) && take_recovery(tx, holder, typed))
        right = CodeVerdict::recovery_code;
    if (right) {
        forget_failures(tx, subject);
        return *right;
    }
    count_failure(tx, subject, now);
    audit::record(tx, {.council = holder.council.value,
                       .account = holder.account.value,
                       .act = "identity.second_factor.use",
                       .object_kind = "account",
                       .object = std::to_string(holder.account.value),
                       .outcome = audit::Entry::Outcome::refused});
    return CodeVerdict::wrong;
}

}  // namespace maillage::identity
