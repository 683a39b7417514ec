#include "domain/identity/sign_in_store.hpp"

#include "domain/identity/account_store.hpp"
#include "domain/identity/failure_store.hpp"
#include "domain/identity/key_pair_store.hpp"
#include "domain/identity/second_factor_store.hpp"
#include "domain/identity/session_opening.hpp"
#include "domain/identity/sql.hpp"
#include "platform/crypto/token.hpp"

namespace maillage::identity {
namespace {

namespace db = platform::db;
using platform::crypto::NewPassword;
using platform::crypto::PasswordRefusal;
using platform::crypto::Recognised;
using platform::crypto::token_hash;

constexpr db::Context application{.reach = db::Context::Reach::system};

struct Candidate {
    Holder holder;
    std::string password;
};

Candidate read_candidate(db::Row& row) {
    const AccountId account(row.int8());
    const territory::CouncilId council(row.int8());
    return {.holder = {.council = council, .account = account}, .password = row.text()};
}

std::expected<Recognised, PasswordRefusal> recognise(Services& services,
                                                     const std::optional<Candidate>& candidate,
                                                     std::string_view password) {
    const auto record =
        candidate ? platform::crypto::parse_password_record(candidate->password) : std::nullopt;
    if (!record) return std::unexpected(services.passwords.verify_nobody(password));
    return services.passwords.verify(password, *record);
}

// Hashed at yesterday's cost: again at today's, while the password is at hand. Another day when many sign in.
std::optional<NewPassword> hashed_again(Services& services, const Recognised& recognised,
                                        std::string_view password) {
    if (!recognised.outdated) return std::nullopt;
    auto hashed = services.passwords.hash(password);
    if (!hashed) return std::nullopt;
    return *std::move(hashed);
}

// The account's new record, and its pair under the key that comes with it.
void renew_record(db::Tx& tx, const Services& services, const Holder& holder, const NewPassword& renewed,
                  const std::optional<SecretKey>& secret) {
    if (!set_password(tx, holder.council, holder.account, platform::crypto::as_text(renewed.record))) return;
    if (secret) seal_key_pair(tx, services, holder, *secret, renewed.unwrap_key);
}

struct HalfOpen {
    Holder holder;
    std::optional<std::string> sealed_secret;
    std::int64_t failures = 0;
    std::optional<std::string> provider_token = {};
};

std::optional<std::string> optional_bytes(db::Row& row) {
    std::string bytes = row.bytea();
    return bytes.empty() ? std::nullopt : std::optional(std::move(bytes));
}

std::optional<HalfOpen> half_open(db::Tx& tx, const std::string& hash, foundation::Instant now) {
    return tx.one(
        sql::half_sign_in_of,
        [](db::Row& row) {
            const territory::CouncilId council(row.int8());
            HalfOpen half{.holder = {.council = council, .account = AccountId(row.int8())},
                          .sealed_secret = optional_bytes(row)};
            half.failures = row.int8();
            half.provider_token = optional_bytes(row);
            return half;
        },
        db::Bytes{hash}, now - second_step_life);
}

struct Finished {
    std::optional<SignInRefusal> refused;
    std::string token;
};
Finished refused(SignInRefusal why) { return {.refused = why, .token = {}}; }

std::optional<SignInRefusal> refusal_of(PasskeyVerdict verdict) {
    switch (verdict) {
    case PasskeyVerdict::right: return std::nullopt;
    case PasskeyVerdict::wrong: return SignInRefusal::wrong;
    case PasskeyVerdict::slow_down: return SignInRefusal::slow_down;
    case PasskeyVerdict::over: return SignInRefusal::stale;
    }
    __builtin_unreachable();
}

std::optional<SignInRefusal> take_typed(db::Tx& tx, const Services& services, const SecondStep& step,
                                        Opening& opening) {
    const CodeVerdict verdict = take_code(tx, services, opening.holder, step.code);
    opening.proof = verdict == CodeVerdict::recovery_code ? "recovery_code" : "code";
    if (verdict == CodeVerdict::slow_down) return SignInRefusal::slow_down;
    return verdict == CodeVerdict::wrong ? std::optional(SignInRefusal::wrong) : std::nullopt;
}

// The password has opened the private half: from now on this passkey opens it too, where it can.
std::optional<SignInRefusal> take_shown(db::Tx& tx, const Services& services, const SecondStep& step,
                                        Opening& opening) {
    opening.proof = "passkey";
    PasskeyProof proof = take_passkey(tx, services,
                                      {.site = step.site,
                                       .asking = {.ceremony = Ceremony::second_step, .bound_to = step.token},
                                       .holder = opening.holder},
                                      *step.passkey);
    if (const auto why_not = refusal_of(proof.verdict)) return why_not;
    seal_to_passkey(tx, services, proof, *step.passkey, opening.secret);
    // After the identity provider, which opens nothing, the passkey may.
    if (!opening.secret) opening.secret = std::move(proof.secret);
    return std::nullopt;
}

}  // namespace

std::expected<SignedIn, SignInRefusal> sign_in(Services& services, const SignIn& attempt) {
    const foundation::Instant now = services.clock();
    const std::string by_address = failure_subject("account", attempt.email);
    const std::string by_network = failure_subject("network", attempt.network);
    struct Looked {
        bool slow;
        std::optional<Candidate> candidate;
    };
    const Looked looked = services.database.transaction(application, [&](db::Tx& tx) {
        const bool slow = too_soon(tx, by_address, now) || too_soon(tx, by_network, now);
        return Looked{.slow = slow,
                      .candidate = tx.one(sql::account_for_sign_in, read_candidate, attempt.email)};
    });
    if (looked.slow) return std::unexpected(SignInRefusal::slow_down);
    const auto recognised = recognise(services, looked.candidate, attempt.password);
    if (!recognised && recognised.error() == PasswordRefusal::busy)
        return std::unexpected(SignInRefusal::busy);
    const auto behind = [&](db::Tx& tx) {
        return overtaken(tx, by_address, now) || overtaken(tx, by_network, now);
    };
    if (!recognised) {
        const bool judged = services.database.transaction(application, [&](db::Tx& tx) {
            if (behind(tx)) return false;
            for (const std::string& subject : {by_address, by_network}) count_failure(tx, subject, now);
            return true;
        });
        return std::unexpected(judged ? SignInRefusal::wrong : SignInRefusal::slow_down);
    }
    const Holder& holder = looked.candidate->holder;
    const auto renewed = hashed_again(services, *recognised, attempt.password);
    using Answer = std::expected<SignedIn, SignInRefusal>;
    return services.database.transaction(application, [&](db::Tx& tx) -> Answer {
        if (behind(tx)) return std::unexpected(SignInRefusal::slow_down);
        Opening opening{.holder = holder,
                        .agent = attempt.agent,
                        .proof = "password",
                        .failures = failures_of(tx, by_address),
                        .secret = open_key_pair(tx, services, holder, recognised->unwrap_key)};
        forget_failures(tx, by_address);
        if (renewed) renew_record(tx, services, holder, *renewed, opening.secret);
        if (second_factor_of(tx, holder))
            return SignedIn{.token = begin_second_step(tx, services, opening), .second_factor_asked = true};
        return SignedIn{.token = open_session(tx, services, opening)};
    });
}

std::optional<Holder> half_signed_in(db::Tx& tx, const Services& services, std::string_view token) {
    const auto hash = token_hash(token);
    const auto half = hash ? half_open(tx, *hash, services.clock()) : std::nullopt;
    return half ? std::optional(half->holder) : std::nullopt;
}

std::expected<std::string, SignInRefusal> finish_sign_in(Services& services, const SecondStep& step) {
    const auto hash = token_hash(step.token);
    if (!hash) return std::unexpected(SignInRefusal::over);
    // No std::expected out of the transaction: a wrong code is counted and noted, and that must stay.
    Finished finished = services.database.transaction(application, [&](db::Tx& tx) -> Finished {
        const auto half = half_open(tx, *hash, services.clock());
        if (!half) return refused(SignInRefusal::over);
        Opening opening{.holder = half->holder,
                        .agent = step.agent,
                        .proof = {},
                        .failures = half->failures + wrong_codes(tx, half->holder),
                        .secret = opened_with(half->holder, step.token, half->sealed_secret),
                        .provider_token = half->provider_token};
        const auto why_not =
            step.passkey ? take_shown(tx, services, step, opening) : take_typed(tx, services, step, opening);
        if (why_not) return refused(*why_not);
        tx.run(sql::end_half_sign_in, db::Bytes{*hash});
        return {.refused = {}, .token = open_session(tx, services, opening)};
    });
    if (finished.refused) return std::unexpected(*finished.refused);
    return std::move(finished.token);
}

std::expected<std::string, SignInRefusal> sign_in_with_passkey(Services& services,
                                                               const PasskeySignIn& attempt) {
    Finished finished = services.database.transaction(application, [&](db::Tx& tx) -> Finished {
        PasskeyProof proof =
            take_passkey(tx, services,
                         {.site = attempt.site,
                          .asking = {.ceremony = Ceremony::sign_in, .bound_to = attempt.bound_to},
                          .network = attempt.network},
                         attempt.answer);
        if (const auto why_not = refusal_of(proof.verdict)) return refused(*why_not);
        const std::string token = open_session(tx, services,
                                               {.holder = *proof.holder,
                                                .agent = attempt.agent,
                                                .proof = "passkey",
                                                .failures = proof.failures,
                                                .secret = std::move(proof.secret)});
        return {.refused = {}, .token = token};
    });
    if (finished.refused) return std::unexpected(*finished.refused);
    return std::move(finished.token);
}

}  // namespace maillage::identity
