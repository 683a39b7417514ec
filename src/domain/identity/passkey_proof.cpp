#include "domain/identity/passkey_proof.hpp"

#include <vector>

#include "domain/audit/api.hpp"
#include "domain/identity/failure_store.hpp"
#include "domain/identity/second_factor_store.hpp"
#include "domain/identity/sql.hpp"
#include "platform/crypto/bytes.hpp"
#include "platform/crypto/hash.hpp"
#include "platform/crypto/key_pair.hpp"

namespace maillage::identity {
namespace {

namespace db = platform::db;
namespace crypto = platform::crypto;
namespace webauthn = platform::webauthn;

struct Stored {
    std::string id;
    Holder holder;
    webauthn::Known known;
    std::string sealed_secret, handle;
};

Stored read_stored(db::Row& row) {
    std::string id = row.text();
    const territory::CouncilId council(row.int8());
    Stored read{.id = std::move(id),
                .holder = {.council = council, .account = AccountId(row.int8())},
                .known = {},
                .sealed_secret = {},
                .handle = {}};
    read.known.public_key = row.bytea();
    read.known.sign_count = static_cast<std::uint32_t>(row.int8());
    read.known.backup_eligible = row.boolean();
    read.sealed_secret = row.bytea();
    read.handle = row.bytea();
    return read;
}

// The generator of P-256 (SEC 2, 2.4.2) as a key: nobody knows its other half. What is unknown is checked
// against it, to take as long.
webauthn::Known nobody() {
    const auto key = crypto::from_hex(
        "a5010203262001215820"
        "6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296"
        "225820"
        "4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5");
    return {.public_key = key.value()};
}

// Each makes the next attempt wait.
std::vector<std::string> subjects_of(const PasskeyQuestion& question, const PasskeyAnswer& answer) {
    if (question.holder) return {factor_failures(*question.holder)};
    return {failure_subject("passkey", answer.credential_id), failure_subject("network", question.network)};
}

bool is_the_holders(const PasskeyQuestion& question, const PasskeyAnswer& answer, const Stored& stored) {
    if (!question.holder) return stored.handle == answer.user_handle;
    return stored.holder.account == question.holder->account &&
           stored.holder.council == question.holder->council &&
           (answer.user_handle.empty() || stored.handle == answer.user_handle);
}

// In the journal: a count that goes back, since only a copy of the passkey makes it; and what is refused to
// somebody who gave the password. A stranger's attempt writes none, whether the passkey exists or not.
void note_refusal(db::Tx& tx, const Holder& holder, bool copied) {
    audit::record(tx, {.council = holder.council.value,
                       .account = holder.account.value,
                       .act = copied ? "identity.passkey.copied" : "identity.passkey.use",
                       .object_kind = "account",
                       .object = std::to_string(holder.account.value),
                       .outcome = audit::Entry::Outcome::refused});
}

std::string decoded(const platform::http::Fields& fields, std::string_view name) {
    return crypto::from_base64url(fields.get(name)).value_or("");
}

}  // namespace

std::optional<PasskeyAnswer> passkey_answer(const platform::http::Fields& fields) {
    if (fields.get("passkey_id").empty()) return std::nullopt;
    return PasskeyAnswer{.ticket = std::string(fields.get("passkey_ticket")),
                         .credential_id = decoded(fields, "passkey_id"),
                         .user_handle = decoded(fields, "passkey_user"),
                         .assertion = {.client_data = decoded(fields, "passkey_client"),
                                       .authenticator_data = decoded(fields, "passkey_data"),
                                       .signature = decoded(fields, "passkey_signature")},
                         .unwrap_key = crypto::secret_key(decoded(fields, "passkey_password"))};
}

PasskeyProof take_passkey(db::Tx& tx, const Services& services, const PasskeyQuestion& question,
                          const PasskeyAnswer& answer) {
    const foundation::Instant now = services.clock();
    const auto subjects = subjects_of(question, answer);
    for (const std::string& subject : subjects)
        if (too_soon(tx, subject, now)) return {.verdict = PasskeyVerdict::slow_down};
    const auto challenge = challenge_of(services, question.site, question.asking, answer.ticket);
    if (!challenge || !use_challenge(tx, *challenge, now)) return {.verdict = PasskeyVerdict::over};
    auto stored =
        tx.one(sql::passkey_for_proof, read_stored, db::Bytes{answer.credential_id}, question.site.rp_id);
    if (stored && !is_the_holders(question, answer, *stored)) stored.reset();
    const auto seen = webauthn::asserted(
        {.challenge = *challenge, .rp_id = question.site.rp_id, .origin = question.site.origin},
        stored ? stored->known : nobody(), answer.assertion);
    if (!stored || !seen) {
        for (const std::string& subject : subjects) count_failure(tx, subject, now);
        const bool copied = stored && seen.error() == webauthn::Refusal::sign_count;
        if (copied || question.holder) note_refusal(tx, stored ? stored->holder : *question.holder, copied);
        return {};
    }
    PasskeyProof proof{.verdict = PasskeyVerdict::right,
                       .holder = stored->holder,
                       .failures = failures_of(tx, subjects.front()),
                       .passkey = stored->id,
                       .opens_key = !stored->sealed_secret.empty()};
    forget_failures(tx, subjects.front());
    tx.run(sql::use_passkey, stored->holder.council, stored->holder.account, stored->id,
           static_cast<std::int64_t>(seen->sign_count), seen->backed_up, now);
    if (answer.unwrap_key && proof.opens_key)
        proof.secret = opened_under(services, stored->holder, stored->sealed_secret, *answer.unwrap_key);
    return proof;
}

void seal_to_passkey(db::Tx& tx, const Services& services, const PasskeyProof& proof,
                     const PasskeyAnswer& answer, const std::optional<SecretKey>& secret) {
    if (!secret || !answer.unwrap_key || !proof.holder || proof.opens_key) return;
    const Holder& holder = *proof.holder;
    tx.run(sql::seal_passkey, holder.council, holder.account, proof.passkey,
           db::Bytes{sealed_under(services, holder, *secret, *answer.unwrap_key)});
}

}  // namespace maillage::identity
